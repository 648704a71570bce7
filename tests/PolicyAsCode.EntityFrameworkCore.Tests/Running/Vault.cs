using Microsoft.EntityFrameworkCore;
using Npgsql;
using PolicyAsCode.EntityFrameworkCore.Tests.Shop;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Running;

/// <summary>A vault on a database of its own, with two people; both are gone afterwards.</summary>
internal sealed class Vault : IAsyncDisposable
{
    private const string Server = "POLICYASCODE_POSTGRES";

    private readonly string? _file;
    private readonly string _connection;
    private readonly SubjectEncryption _encryption = new(new MemorySubjectKeys());

    private Vault(string? file, string connection) => (_file, _connection) = (file, connection);

    public static async Task<Vault> OpenAsync(Provider provider)
    {
        var vault = Named(provider);
        await using var db = vault.Connect();
        await db.Database.EnsureCreatedAsync();
        db.AddRange(Person(1, "ana", isHidden: true), Person(2, "budi", isHidden: false));
        await db.SaveChangesAsync();
        return vault;
    }

    public void Configure(DbContextOptionsBuilder options)
    {
        if (_file is not null)
            options.UseSqlite(_connection);
        else
            options.UseNpgsql(_connection);
        options.AmongManyContexts().UseSubjectEncryption(_encryption);
    }

    public VaultContext Connect()
    {
        var options = new DbContextOptionsBuilder<VaultContext>();
        Configure(options);
        return new(options.Options);
    }

    public async Task<T> AskAsync<T>(Func<VaultContextPrivacy, Task<T>> ask)
    {
        await using var db = Connect();
        return await ask(new(db, new FixedTime(TestShop.Now.ToUniversalTime())));
    }

    public async Task<Member> FindAsync(int id)
    {
        await using var db = Connect();
        return await db.Members.IgnoreQueryFilters().AsNoTracking().SingleAsync(member => member.Id == id);
    }

    /// <summary>What lies in a column of Ana's row.</summary>
    public async Task<string> StoredAsync(string column)
    {
        await using var db = Connect();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT \"{column}\" FROM \"Members\" WHERE \"Id\" = 1";
        return (string)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await using var db = Connect();
        await db.Database.EnsureDeletedAsync();
        NpgsqlConnection.ClearAllPools();
    }

    private static Vault Named(Provider provider)
    {
        if (provider == Provider.Sqlite)
        {
            var file = Path.Combine(Path.GetTempPath(), $"vault-{Guid.NewGuid():N}.db");
            return new(file, $"Data Source={file};Pooling=False");
        }

        var server = Environment.GetEnvironmentVariable(Server);
        Assert.SkipUnless(!string.IsNullOrEmpty(server), $"PostgreSQL: set {Server}, as .ci/run does");
        return new(null, new NpgsqlConnectionStringBuilder(server) { Database = "vault_" + Guid.NewGuid().ToString("N") }.ConnectionString);
    }

    private static Member Person(int id, string name, bool isHidden) => new()
    {
        Id = id, Name = name, Nickname = name + " nick", Email = name + "@mail.example", NormalizedEmail = name.ToUpperInvariant() + "@MAIL.EXAMPLE",
        EmailConfirmed = true, BirthDate = new(1990, 2, 28), Kindness = Kindness.Kinder, PasswordHash = name + " secret",
        Home = new() { Street = name + " street", Floor = 3 }, Office = new() { City = name + " city" },
        Phones = [new() { Id = id * 10, Number = name + " 1" }, new() { Id = id * 10 + 1, Number = name + " 2" }], LastPurchaseAt = TestShop.Now.ToUniversalTime(),
        RegisteredOn = new(2026, 1, 1), IsHidden = isHidden,
    };
}
