using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Encryption;

/// <summary>A clinic's database with keys beside it; both are gone afterwards.</summary>
internal sealed class ClinicDatabase : IAsyncDisposable
{
    private const string Server = "POLICYASCODE_POSTGRES";

    private readonly string _connection;

    private ClinicDatabase(string? file, string connection, ISubjectKeys keys)
    {
        (File, _connection, Keys) = (file, connection, keys);
        Encryption = new(keys);
    }

    public string? File { get; }

    public ISubjectKeys Keys { get; }

    public SubjectEncryption Encryption { get; }

    public static async Task<ClinicDatabase> OpenAsync(Provider provider, ISubjectKeys? keys = null)
    {
        var database = Create(provider, keys ?? new MemorySubjectKeys());
        await using var db = database.Connect();
        await db.Database.EnsureCreatedAsync();
        return database;
    }

    public void Configure(DbContextOptionsBuilder options, string? otherFile = null)
    {
        if (File is not null)
            options.UseSqlite(otherFile is null ? _connection : Sqlite(otherFile));
        else
            options.UseNpgsql(_connection);
        options.AmongManyContexts();
    }

    public ClinicContext Connect(SubjectEncryption? encryption = null, string? otherFile = null, IInterceptor? interceptor = null)
    {
        var options = new DbContextOptionsBuilder<ClinicContext>();
        Configure(options, otherFile);
        options.UseSubjectEncryption(encryption ?? Encryption);
        if (interceptor is not null)
            options.AddInterceptors(interceptor);
        return new(options.Options);
    }

    public async Task AddAsync(params object[] rows)
    {
        await using var db = Connect();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    public async Task ChangeAsync(Func<ClinicContext, Task> change)
    {
        await using var db = Connect();
        await change(db);
        await db.SaveChangesAsync();
    }

    public async Task<T> AskAsync<T>(Func<ClinicContext, Task<T>> ask)
    {
        await using var db = Connect();
        return await ask(db);
    }

    /// <summary>What lies in a column, as text.</summary>
    public async Task<IReadOnlyList<string?>> StoredAsync(string table, string column)
    {
        await using var db = Connect();
        var sql = $"SELECT \"{column}\" AS \"Value\" FROM \"{table}\" ORDER BY 1";
        return await db.Database.SqlQueryRaw<string?>(sql).ToListAsync();
    }

    public async Task<int> SqlAsync(string sql)
    {
        await using var db = Connect();
        return await db.Database.ExecuteSqlRawAsync(sql);
    }

    public async ValueTask DisposeAsync()
    {
        await using (var db = Connect())
            await db.Database.EnsureDeletedAsync();
        if (File is not null)
            System.IO.File.Delete(File);
    }

    private static ClinicDatabase Create(Provider provider, ISubjectKeys keys)
    {
        if (provider == Provider.Sqlite)
        {
            var file = Path.Combine(Path.GetTempPath(), $"policy-clinic-{Guid.NewGuid():N}.db");
            return new(file, Sqlite(file), keys);
        }

        var server = Environment.GetEnvironmentVariable(Server);
        Assert.SkipUnless(!string.IsNullOrEmpty(server), $"PostgreSQL: set {Server}, as .ci/run does");
        var own = new NpgsqlConnectionStringBuilder(server) { Database = "clinic_" + Guid.NewGuid().ToString("N") };
        return new(null, own.ConnectionString, keys);
    }

    private static string Sqlite(string file) =>
        new DbConnectionStringBuilder { ["Data Source"] = file, ["Pooling"] = "False" }.ConnectionString;
}
