using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Audit;

/// <summary>A library's database with its trail; both are gone afterwards.</summary>
internal sealed class Library : IAsyncDisposable, IAuditActor
{
    private const string Server = "POLICYASCODE_POSTGRES";

    private readonly string? _file;
    private readonly ServiceProvider _services;

    private Library(string? file, Action<DbContextOptionsBuilder> connect, Action<AuditOptions>? configure, IAuditAnchor? anchor)
    {
        _file = file;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<IAuditActor>(this);
        if (anchor is not null)
            services.AddSingleton(anchor);
        services.AddPrivacyOperations<LibraryContext>();
        services.AddPrivacyAudit<LibraryContext>(options =>
        {
            options.Everything = true;
            configure?.Invoke(options);
        });
        services.AddDbContext<LibraryContext>((provider, options) =>
        {
            connect(options);
            options.AmongManyContexts().UsePrivacyAudit(provider);
        });
        _services = services.BuildServiceProvider();
    }

    public ManualTime Time { get; } = new(TestShop.Now);

    public AuditActor? Current { get; set; } = new("staff", "eko");

    public IReadOnlyList<string> Purposes { get; set; } = [];

    public IServiceProvider Services => _services;

    public IAuditTrail Trail => _services.GetRequiredService<IAuditTrail>();

    public static async Task<Library> OpenAsync(
        Provider provider, Action<AuditOptions>? configure = null, IAuditAnchor? anchor = null, bool retries = false)
    {
        Library library;
        if (provider == Provider.Sqlite)
        {
            var file = Path.Combine(Path.GetTempPath(), $"policy-library-{Guid.NewGuid():N}.db");
            var connection = new DbConnectionStringBuilder { ["Data Source"] = file, ["Pooling"] = "False" }.ConnectionString;
            library = new(file, options => options.UseSqlite(connection), configure, anchor);
        }
        else
        {
            var server = Environment.GetEnvironmentVariable(Server);
            Assert.SkipUnless(!string.IsNullOrEmpty(server), $"PostgreSQL: set {Server}, as .ci/run does");
            var own = new NpgsqlConnectionStringBuilder(server) { Database = "library_" + Guid.NewGuid().ToString("N") };
            library = new(null, options => options.UseNpgsql(own.ConnectionString, npgsql =>
            {
                if (retries)
                    npgsql.EnableRetryOnFailure();
            }), configure, anchor);
        }

        await library.UseAsync(db => db.Database.EnsureCreatedAsync());
        return library;
    }

    /// <summary>Runs a piece of work on a context of its own.</summary>
    public async Task<T> AskAsync<T>(Func<LibraryContext, Task<T>> ask)
    {
        await using var scope = _services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<LibraryContext>());
    }

    public Task UseAsync(Func<LibraryContext, Task> use) => AskAsync(async db =>
    {
        await use(db);
        return true;
    });

    public Task<int> AddAsync(params object[] rows) => AskAsync(db =>
    {
        db.AddRange(rows);
        return db.SaveChangesAsync();
    });

    /// <summary>Two readers with everything that they can have, of whom nothing is in the trail.</summary>
    public async Task<(int Ana, int Budi)> SeedAsync()
    {
        Reader ana = Somebody("Ana"), budi = Somebody("Budi");
        await AddAsync(ana, budi);
        await ClearAsync();
        return (ana.Id, budi.Id);

        static Reader Somebody(string name) => new()
        {
            Name = name + "-name", Email = name + "@mail.example", SeenAt = TestShop.Now,
            Home = new() { Street = name + "-street", Country = "ID" }, Taste = new() { Genre = name + "-genre" },
            Loans = { new() { Remark = name + "-remark", ReturnedAt = TestShop.Now, Fines = { new() { Excuse = name + "-excuse", PaidAt = TestShop.Now } } } },
        };
    }

    /// <summary>Empties the trail.</summary>
    public async Task ClearAsync()
    {
        await Trail.FlushAsync();
        await SqlAsync("DELETE FROM privacy_audit", "DELETE FROM privacy_audit_people", "DELETE FROM privacy_audit_seals");
    }

    /// <summary>Runs SQL behind everybody's back, as somebody would who tampers with the trail.</summary>
    public Task SqlAsync(params string[] statements) => UseAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        foreach (var statement in statements)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync();
        }
    });

    public async Task<List<PrivacyAuditRecord>> RecordsAsync()
    {
        await Trail.FlushAsync();
        return await AskAsync(db => db.Set<PrivacyAuditRecord>().AsNoTracking().OrderBy(record => record.Id).ToListAsync());
    }

    /// <summary>What was recorded, in words: <c>Read Row Reader(Email, Name) customer:1 x2</c>, in the order of the words.</summary>
    public async Task<IReadOnlyList<string>> SaidAsync()
    {
        var records = await RecordsAsync();
        var people = await AskAsync(db => db.Set<PrivacyAuditPerson>().AsNoTracking()
            .ToDictionaryAsync(person => person.Pseudonym, person => $"{person.Kind}:{person.SubjectId}"));
        return [.. records.Select(record => $"{record.Action} {record.Way} {record.Entity}({record.Fields})"
            + (record.Person is { } name ? " " + people.GetValueOrDefault(name, "somebody") : record.PersonKind is { } kind ? $" {kind}?" : "")
            + (record.Rows is { } rows ? FormattableString.Invariant($" x{rows}") : "")).Order(StringComparer.Ordinal)];
    }

    /// <summary>All that lies in the tables of the trail, as text.</summary>
    public Task<string> TrailTextAsync() => AskAsync(async db =>
    {
        var text = new System.Text.StringBuilder();
        await db.Database.OpenConnectionAsync();
        foreach (var table in new[] { "privacy_audit", "privacy_audit_people", "privacy_audit_seals" })
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                for (var column = 0; column < reader.FieldCount; column++)
                    text.Append(reader.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(column)).Append(' ');
        }

        return text.ToString();
    });

    public async ValueTask DisposeAsync()
    {
        await UseAsync(db => db.Database.EnsureDeletedAsync());
        await _services.DisposeAsync();
        if (_file is not null)
            File.Delete(_file);
    }
}
