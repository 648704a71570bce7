using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace SweptShop;

/// <summary>A database with <see cref="Count"/> people of a thousand rows each in twelve tables, and one of a hundred thousand.</summary>
public sealed class PeopleDatabase : IDisposable
{
    /// <summary>How many people have a thousand rows.</summary>
    public const int Count = 80;

    private const int RowsEach = 91;
    private const int RowsOfTheLast = 9_091;

    private readonly string _connection;
    private readonly string? _server;
    private DbContextOptions<PeopleContext>? _options;

    private PeopleDatabase(string? server, string connection) => (_server, _connection) = (server, connection);

    /// <summary>The tables of rows that go with the person.</summary>
    public static IReadOnlyList<string> Traces { get; } = ["Messages", "Ratings", "Questions", "Wishes", "Searches", "Baskets", "Coupons", "Reminders", "Sessions"];

    /// <summary>Those of rows that the law keeps.</summary>
    public static IReadOnlyList<string> Vouchers { get; } = ["Bills", "Receipts"];

    public bool IsSqlite => _server is null;

    /// <summary>Where a server is named it is PostgreSQL, else a file.</summary>
    public static PeopleDatabase Create(string? server)
    {
        var name = "people_" + Guid.NewGuid().ToString("N");
        var database = new PeopleDatabase(server, server is null
            ? new SqliteConnectionStringBuilder { DataSource = Path.Combine(Path.GetTempPath(), name + ".db") }.ConnectionString
            : new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString);
        using var db = database.Open();
        db.Database.EnsureCreated();
        var at = server is null
            ? ShopDatabase.Now.UtcTicks.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"timestamptz '{ShopDatabase.Now:O}'");
        database.Execute($"INSERT INTO \"People\" (\"Id\", \"Name\", \"At\") SELECT i, 'Person ' || i, {at} FROM {Numbers(server, Count + 1)}");
        var person = string.Create(CultureInfo.InvariantCulture, $"CASE WHEN i <= {Count * RowsEach} THEN 1 + (i - 1) / {RowsEach} ELSE {Count + 1} END");
        foreach (var table in Traces)
            database.Execute(
                $"INSERT INTO \"{table}\" (\"Id\", \"PersonId\", \"Text\", \"Page\", \"Number\", \"At\") "
                + $"SELECT i, {person}, 'what the person wrote or did, number ' || i, '/products/' || i, i, {at} FROM {Numbers(server, Count * RowsEach + RowsOfTheLast)}");
        foreach (var table in Vouchers)
            database.Execute(
                $"INSERT INTO \"{table}\" (\"Id\", \"PersonId\", \"Number\", \"Address\", \"At\") "
                + $"SELECT i, {person}, i, 'Jalan Merdeka ' || i || ', Jakarta', {at} FROM {Numbers(server, Count * RowsEach + RowsOfTheLast)}");
        database.Execute("ANALYZE");
        return database;
    }

    /// <summary>Another of the same kind, with everybody still there.</summary>
    public PeopleDatabase Another() => Create(_server);

    public PeopleContext Open(params IInterceptor[] interceptors)
    {
        // An application has its options once.
        return new(interceptors.Length == 0 ? _options ??= Options([]) : Options(interceptors));
    }

    private DbContextOptions<PeopleContext> Options(IInterceptor[] interceptors)
    {
        var options = new DbContextOptionsBuilder<PeopleContext>().AddInterceptors(interceptors);
        return IsSqlite ? options.UseSqlite(_connection).Options : options.UseNpgsql(_connection).Options;
    }

    public DbConnection Connect()
    {
        DbConnection connection = IsSqlite ? new SqliteConnection(_connection) : new NpgsqlConnection(_connection);
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        using var db = Open();
        db.Database.EnsureDeleted();
    }

    private static string Numbers(string? server, int count) => FormattableString.Invariant(server is null
        ? (FormattableString)$"(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) SELECT i FROM n)"
        : (FormattableString)$"generate_series(1, {count}) i");

    private void Execute(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 600;
        command.ExecuteNonQuery();
    }
}
