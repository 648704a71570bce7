using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace PolicyAsCode.Tests;

/// <summary>An empty database of a test's own, gone when the test is; for tests of samples.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>The environment variable that says where a PostgreSQL server is.</summary>
    public const string PostgresVariable = "POLICYASCODE_POSTGRES";

    public const string Sqlite = "SQLite";
    public const string Postgres = "PostgreSQL";
    private readonly string? _file;
    private readonly string? _server;

    private TestDatabase(string connectionString, string? file, string? server) =>
        (ConnectionString, _file, _server) = (connectionString, file, server);

    /// <summary>Every database that the samples run on.</summary>
    public static TheoryData<string> All => [Sqlite, Postgres];

    public string ConnectionString { get; }

    /// <summary>A new database; skips the test where there is no server for it.</summary>
    public static TestDatabase Create(string provider)
    {
        if (provider == Sqlite)
        {
            var file = Path.Combine(Path.GetTempPath(), $"sample-test-{Guid.NewGuid():N}.db");
            return new TestDatabase($"Data Source={file};Pooling=False", file, server: null);
        }

        var server = Environment.GetEnvironmentVariable(PostgresVariable);
        if (string.IsNullOrEmpty(server))
            Assert.Skip($"{PostgresVariable} is not set: no PostgreSQL to test on (eng/with-postgres.sh starts one).");
        var own = new NpgsqlConnectionStringBuilder(server) { Database = $"sample_{Guid.NewGuid():N}" };
        return new TestDatabase(own.ConnectionString, file: null, server);
    }

    /// <summary>A connection that is not open yet.</summary>
    public DbConnection Connect() =>
        _server is null ? new SqliteConnection(ConnectionString) : new NpgsqlConnection(ConnectionString);

    /// <summary>The tables, as the database itself lists them.</summary>
    public string ListTables => _server is null
        ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        : "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY table_name";

    /// <summary>Every value of every table, as text, past any model: what somebody finds who takes a copy.</summary>
    public async Task<IReadOnlyList<string>> EverythingAsync()
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        var values = new List<string>();
        foreach (var table in await ColumnAsync(connection, ListTables))
            values.AddRange(await ColumnAsync(connection, $"SELECT * FROM \"{table}\""));
        return values;
    }

    public async ValueTask DisposeAsync()
    {
        if (_file is not null)
            File.Delete(_file);
        if (_server is null)
            return;

        await using var connection = new NpgsqlConnection(_server);
        await connection.OpenAsync();
        await using var drop = connection.CreateCommand();
        var name = new NpgsqlConnectionStringBuilder(ConnectionString).Database;
        drop.CommandText = $"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)";
        await drop.ExecuteNonQueryAsync();
    }

    private static async Task<List<string>> ColumnAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
            for (var at = 0; at < reader.FieldCount; at++)
                if (!reader.IsDBNull(at))
                    values.Add(reader.GetValue(at) is byte[] bytes ? Convert.ToHexString(bytes) : $"{reader.GetValue(at)}");
        return values;
    }
}
