using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using PolicyAsCode.EntityFrameworkCore.Testing;

namespace PolicyAsCode.ModelZoo.Proof;

public enum Provider
{
    Sqlite,
    PostgreSql,
}

/// <summary>A database of one shape, which is gone afterwards.</summary>
internal sealed class ZooDatabase : IAsyncDisposable
{
    private const string Server = "POLICYASCODE_POSTGRES";

    private readonly Shape _shape;
    private readonly DbConnection? _keptOpen;
    private readonly Action<DbContextOptionsBuilder> _provider;

    private ZooDatabase(Shape shape, DbConnection? keptOpen, Action<DbContextOptionsBuilder> provider) =>
        (_shape, _keptOpen, _provider) = (shape, keptOpen, provider);

    public StatementSkipper Statements { get; } = new();

    public static async Task<ZooDatabase> OpenAsync(Shape shape, Provider provider)
    {
        var database = provider == Provider.Sqlite ? await SqliteAsync(shape) : OfServer(shape);
        await using var db = database.Connect();
        await db.Db.Database.EnsureCreatedAsync();
        return database;
    }

    /// <summary>An empty database for a generated proof.</summary>
    public static ProofDatabase<TContext> Sqlite<TContext>(Func<DbContextOptions<TContext>, TContext> create)
        where TContext : DbContext
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        var options = new DbContextOptionsBuilder<TContext>().UseSqlite(connection).Options;
        return new(() => create(options), connection);
    }

    /// <summary>The same on the server.</summary>
    public static ProofDatabase<TContext> PostgreSql<TContext>(Func<DbContextOptions<TContext>, TContext> create)
        where TContext : DbContext
    {
        var options = new DbContextOptionsBuilder<TContext>().UseNpgsql(OnServer()).Options;
        return new(() => create(options));
    }

    public IZoo Connect() => _shape.Open(options =>
    {
        _provider(options);
        options.AddInterceptors(Statements);
    });

    public async Task AddAsync(params IEnumerable<Somebody> people)
    {
        foreach (var who in people)
        {
            await using var db = Connect();
            db.Db.AddRange(db.RowsOf(who));
            await db.Db.SaveChangesAsync();
            await db.LinkAsync(who);
            await db.Db.SaveChangesAsync();
        }
    }

    public async Task AddCommonAsync()
    {
        await using var db = Connect();
        db.Db.AddRange(db.Common());
        await db.Db.SaveChangesAsync();
    }

    /// <summary>Places a legal hold on a person.</summary>
    public async Task HoldAsync(string subject, string subjectId, bool hasEnded = false)
    {
        await using var db = Connect();
        var until = hasEnded ? ZooProof.Now.AddDays(-1).UtcTicks : (long?)null;
        await db.Db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO privacy_holds ("Id", "Subject", "SubjectId", "Reason", "Since", "Until")
            VALUES ({Guid.NewGuid()}, {subject}, {subjectId}, 'a dispute', {ZooProof.Now.AddYears(-1).UtcTicks}, {until})
            """);
    }

    /// <summary>Every column of every row of every table, as the database has it: <c>Orders | Id=1 | CustomerId=… | …</c>.</summary>
    public async Task<List<string>> DumpAsync()
    {
        await using var db = Connect();
        var rows = new List<string>();
        await db.Db.Database.OpenConnectionAsync();
        // What the run time notes of its own is no row of anybody's.
        foreach (var table in db.Db.Model.GetRelationalModel().Tables.Select(table => table.Name)
            .Where(name => !name.StartsWith("privacy_", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            await using var command = db.Db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                rows.Add(table + string.Concat(Enumerable.Range(0, reader.FieldCount)
                    .Select(column => $" | {reader.GetName(column)}={Text(reader.GetValue(column))}")) + " |");
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        if (_keptOpen is not null)
        {
            await _keptOpen.DisposeAsync();
            return;
        }

        await using var db = Connect();
        await db.Db.Database.EnsureDeletedAsync();
    }

    private static async Task<ZooDatabase> SqliteAsync(Shape shape)
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        return new(shape, connection, options => options.UseSqlite(connection));
    }

    private static ZooDatabase OfServer(Shape shape)
    {
        var connection = OnServer();
        return new(shape, null, options => options.UseNpgsql(connection));
    }

    private static string OnServer()
    {
        var server = Environment.GetEnvironmentVariable(Server);
        Assert.SkipUnless(!string.IsNullOrEmpty(server), $"PostgreSQL: set {Server}, as .ci/run does");
        return new NpgsqlConnectionStringBuilder(server) { Database = "zoo_" + Guid.NewGuid().ToString("N") }.ConnectionString;
    }

    private static string Text(object value) => value switch
    {
        DBNull => "null",
        byte[] bytes => Convert.ToHexString(bytes),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
