using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace SweptShop;

/// <summary>A database with so many rows: half of them orders, half visits, evenly over the last hundred days.</summary>
public sealed class ShopDatabase : IDisposable
{
    private readonly string? _server;

    private ShopDatabase(string? server, string connection) => (_server, Connection) = (server, connection);

    /// <summary>The end of those hundred days.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 3, 15, 17, 0, 0, TimeSpan.Zero);

    public string Connection { get; }

    public bool IsSqlite => _server is null;

    /// <summary>Where a server is named it is PostgreSQL, else a file.</summary>
    public static ShopDatabase Create(string? server, int rows)
    {
        var database = Empty(server);
        using var db = database.Open();
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        db.Database.EnsureCreated();
        foreach (var statement in database.IsSqlite ? Sqlite(rows / 2) : PostgreSql(rows / 2))
            db.Database.ExecuteSqlRaw(statement);
        NpgsqlConnection.ClearAllPools();
        return database;
    }

    /// <summary>
    /// A copy that is there. Its connections are pooled, as applications' are: closing the last one of a file has SQLite write
    /// all of its log back, which whoever keeps a connection open does not pay.
    /// </summary>
    public static ShopDatabase At(bool isSqlite, string connection) => isSqlite
        ? new(null, new SqliteConnectionStringBuilder(connection) { Pooling = true }.ConnectionString)
        : new("", connection);

    /// <summary>The same rows once more.</summary>
    public ShopDatabase Copy()
    {
        var copy = Empty(_server);
        if (_server is null)
        {
            File.Copy(FileOf(Connection), FileOf(copy.Connection));
            // As PostgreSQL's checkpoint below: else the first commit that writes the log back waits until the disk has all of the copy.
            using var file = File.OpenWrite(FileOf(copy.Connection));
            file.Flush(flushToDisk: true);
            return copy;
        }

        Execute(_server, $"CREATE DATABASE \"{NameOf(copy.Connection)}\" TEMPLATE \"{NameOf(Connection)}\"");
        Execute(copy.Connection, "VACUUM ANALYZE");
        Execute(_server, "CHECKPOINT");
        return copy;
    }

    public SweptContext Open()
    {
        var options = new DbContextOptionsBuilder<SweptContext>();
        return new(IsSqlite ? options.UseSqlite(Connection).Options : options.UseNpgsql(Connection).Options);
    }

    public DbConnection Connect()
    {
        DbConnection connection = IsSqlite ? new SqliteConnection(Connection) : new NpgsqlConnection(Connection);
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        if (_server is null)
            foreach (var part in new[] { "", "-wal", "-shm" })
                File.Delete(FileOf(Connection) + part);
        else if (_server.Length > 0)
            Execute(_server, $"DROP DATABASE IF EXISTS \"{NameOf(Connection)}\" WITH (FORCE)");
    }

    private static ShopDatabase Empty(string? server)
    {
        var name = "swept_" + Guid.NewGuid().ToString("N");
        return server is null
            ? new(null, new SqliteConnectionStringBuilder { DataSource = Path.Combine(Path.GetTempPath(), name + ".db"), Pooling = false }.ConnectionString)
            : new(server, new NpgsqlConnectionStringBuilder(server) { Database = name, CommandTimeout = 600 }.ConnectionString);
    }

    private static void Execute(string connection, string sql)
    {
        using var open = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false, CommandTimeout = 3600 }.ConnectionString);
        open.Open();
        using var command = open.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string FileOf(string connection) => new SqliteConnectionStringBuilder(connection).DataSource;

    private static string NameOf(string connection) => new NpgsqlConnectionStringBuilder(connection).Database!;

    private static IEnumerable<string> PostgreSql(int rows)
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"timestamptz '{Now:O}' - interval '100 days' * (1 - i::float8 / {rows})");
        yield return "INSERT INTO \"Customers\" SELECT i, 'remark' FROM generate_series(1, 1000) i";
        yield return $"INSERT INTO \"Orders\" (\"Id\", \"CustomerId\", \"Number\", \"DeliveryAddress\", \"PlacedAt\") SELECT i, 1 + i % 1000, '2026-' || i, 'Jalan Merdeka ' || i || ', Jakarta', {at} FROM generate_series(1, {rows}) i";
        yield return $"INSERT INTO \"Visits\" (\"Id\", \"CustomerId\", \"Page\", \"At\") SELECT i, 1 + i % 1000, '/products/' || i, {at} FROM generate_series(1, {rows}) i";
        yield return "ANALYZE";
    }

    private static IEnumerable<string> Sqlite(int rows)
    {
        var numbers = (int count) => string.Create(CultureInfo.InvariantCulture, $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) ");
        var at = string.Create(CultureInfo.InvariantCulture, $"{Now.AddDays(-100).UtcTicks} + i * {TimeSpan.FromDays(100).Ticks / rows}");
        yield return numbers(1000) + "INSERT INTO Customers (Id, Remark) SELECT i, 'remark' FROM n";
        yield return numbers(rows) + $"INSERT INTO Orders (Id, CustomerId, Number, DeliveryAddress, PlacedAt) SELECT i, 1 + i % 1000, '2026-' || i, 'Jalan Merdeka ' || i || ', Jakarta', {at} FROM n";
        yield return numbers(rows) + $"INSERT INTO Visits (Id, CustomerId, Page, At) SELECT i, 1 + i % 1000, '/products/' || i, {at} FROM n";
        yield return "ANALYZE";
    }
}
