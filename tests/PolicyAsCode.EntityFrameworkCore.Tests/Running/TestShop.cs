using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using PolicyAsCode.EntityFrameworkCore.Tests.Shop;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Running;

/// <summary>A shop on a database of its own, which is gone afterwards.</summary>
internal sealed class TestShop : IAsyncDisposable
{
    /// <summary>Noon of 15 March 2026 in Jakarta, where the controller's days begin.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 15, 12, 0, 0, TimeSpan.FromHours(7));

    private const string Server = "POLICYASCODE_POSTGRES";

    private readonly DbConnection? _keptOpen;
    private readonly string? _database;
    private readonly DbContextOptions<ShopContext> _options;

    private TestShop(DbConnection? keptOpen, string? database, DbContextOptionsBuilder<ShopContext> options)
    {
        (_keptOpen, _database) = (keptOpen, database);
        _options = options.AddInterceptors(Statements).Options;
    }

    public StatementSkipper Statements { get; } = new();

    public static async Task<TestShop> OpenAsync(Provider provider)
    {
        var shop = provider == Provider.Sqlite ? await SqliteAsync() : PostgreSql();
        await using var db = shop.Connect();
        await db.Database.EnsureCreatedAsync();
        return shop;
    }

    public ShopContext Connect() => new(_options);

    /// <summary>The same where these look on as well.</summary>
    public ShopContext ConnectWith(params IInterceptor[] interceptors) =>
        new(new DbContextOptionsBuilder<ShopContext>(_options).AddInterceptors(interceptors).Options);

    /// <summary>Runs one unit of work on a context of its own.</summary>
    public async Task<T> AskAsync<T>(Func<ShopContextPrivacy, Task<T>> ask, DateTimeOffset? now = null)
    {
        await using var db = Connect();
        return await ask(new(db, new FixedTime((now ?? Now).ToUniversalTime())));
    }

    public async Task AddAsync(params object[] rows)
    {
        await using var db = Connect();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    public async Task ChangeAsync(Func<ShopContext, Task> change)
    {
        await using var db = Connect();
        await change(db);
        await db.SaveChangesAsync();
    }

    /// <summary>Every column of every row of every table, as the database has it: <c>Orders | Id=1 | CustomerId=… | …</c>.</summary>
    public async Task<IReadOnlyList<string>> SnapshotAsync()
    {
        await using var db = Connect();
        var rows = new List<string>();
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Order(StringComparer.Ordinal))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                rows.Add(table + string.Concat(Enumerable.Range(0, reader.FieldCount)
                    .Select(column => $" | {reader.GetName(column)}={Text(reader.GetValue(column))}")));
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
        await db.Database.EnsureDeletedAsync();
        NpgsqlConnection.ClearAllPools();
    }

    private static async Task<TestShop> SqliteAsync()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        return new(connection, null, new DbContextOptionsBuilder<ShopContext>().AmongManyContexts().UseSqlite(connection));
    }

    private static TestShop PostgreSql()
    {
        var server = Environment.GetEnvironmentVariable(Server);
        Assert.SkipUnless(!string.IsNullOrEmpty(server), $"PostgreSQL: set {Server}, as .ci/run does");
        var database = "shop_" + Guid.NewGuid().ToString("N");
        var connection = new NpgsqlConnectionStringBuilder(server) { Database = database };
        return new(null, database, new DbContextOptionsBuilder<ShopContext>().AmongManyContexts().UseNpgsql(connection.ConnectionString));
    }

    private static string Text(object value) => value switch
    {
        DBNull => "null",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
