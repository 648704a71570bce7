using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;
using PolicyAsCode.EntityFrameworkCore.Tests.Shop;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Sweeps;

/// <summary>
/// A database to which several nodes connect, in this process or in their own. Triggers note each change of each of the
/// shop's rows in <c>ChangeLog</c>, whoever makes it: what happened twice is there twice.
/// </summary>
internal sealed class NodesDatabase : IAsyncDisposable
{
    private const string Server = "POLICYASCODE_POSTGRES";

    private readonly string? _file;

    private NodesDatabase(Provider provider, string? file, string connection) =>
        (Provider, _file, Connection) = (provider, file, connection);

    public Provider Provider { get; }

    public string Connection { get; }

    public static async Task<NodesDatabase> OpenAsync(Provider provider, Func<NodesContext, Task> seed)
    {
        var database = Name(provider);
        await using var db = database.Connect();
        await db.Database.EnsureCreatedAsync();
        await seed(db);
        await db.SaveChangesAsync();
        foreach (var statement in database.Triggers(db))
            await db.Database.ExecuteSqlRawAsync(statement);
        NpgsqlConnection.ClearPool(new(database._file is null ? database.Connection : "Host=none"));
        return database;
    }

    /// <summary>Another database with the same rows.</summary>
    public async Task<NodesDatabase> CopyAsync()
    {
        var copy = Name(Provider);
        if (_file is not null)
        {
            File.Copy(_file, copy._file!);
            return copy;
        }

        await using var connection = new NpgsqlConnection(Environment.GetEnvironmentVariable(Server));
        await connection.OpenAsync();
        await using var create = connection.CreateCommand();
        create.CommandText = $"CREATE DATABASE \"{DatabaseOf(copy.Connection)}\" TEMPLATE \"{DatabaseOf(Connection)}\"";
        await create.ExecuteNonQueryAsync();
        return copy;
    }

    public NodesContext Connect(params IInterceptor[] interceptors) =>
        new(Configure(new DbContextOptionsBuilder<NodesContext>()).AddInterceptors(interceptors).Options);

    /// <summary>The same tables, by a context that does not know of leases.</summary>
    public ShopContext ConnectWithoutLeases() => new(Configure(new DbContextOptionsBuilder<ShopContext>()).Options);

    public DbContextOptionsBuilder<T> Configure<T>(DbContextOptionsBuilder<T> options)
        where T : DbContext =>
        _file is not null ? options.AmongManyContexts().UseSqlite(Connection) : options.AmongManyContexts().UseNpgsql(Connection);

    /// <summary>Every row of the shop's tables, and what happened to them.</summary>
    public async Task<IReadOnlyList<string>> SnapshotAsync()
    {
        await using var db = Connect();
        await db.Database.OpenConnectionAsync();
        var rows = new List<string>();
        foreach (var table in Tables(db).Append("ChangeLog"))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                rows.Add(table + string.Concat(Enumerable.Range(0, reader.FieldCount).Select(column =>
                    $" | {reader.GetName(column)}={Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)}")));
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        if (_file is not null)
        {
            foreach (var file in new[] { _file, _file + "-journal", _file + "-wal", _file + "-shm" })
                File.Delete(file);
            return;
        }

        await using var connection = new NpgsqlConnection(Environment.GetEnvironmentVariable(Server));
        await connection.OpenAsync();
        await using var drop = connection.CreateCommand();
        drop.CommandText = $"DROP DATABASE IF EXISTS \"{DatabaseOf(Connection)}\" WITH (FORCE)";
        await drop.ExecuteNonQueryAsync();
    }

    private static NodesDatabase Name(Provider provider)
    {
        var name = "nodes_" + Guid.NewGuid().ToString("N");
        if (provider == Provider.Sqlite)
        {
            var file = Path.Combine(Path.GetTempPath(), name + ".db");
            return new(provider, file, new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        }

        var server = Environment.GetEnvironmentVariable(Server);
        Assert.SkipUnless(!string.IsNullOrEmpty(server), $"PostgreSQL: set {Server}, as .ci/run does");
        return new(provider, null, new NpgsqlConnectionStringBuilder(server) { Database = name, Pooling = false }.ConnectionString);
    }

    private static string DatabaseOf(string connection) => new NpgsqlConnectionStringBuilder(connection).Database!;

    private static IEnumerable<string> Tables(NodesContext db) => db.Model.GetEntityTypes()
        .Where(type => !type.IsPrivacyTable()).Select(type => type.GetTableName()!).Distinct().Order(StringComparer.Ordinal);

    private IEnumerable<string> Triggers(NodesContext db)
    {
        yield return "CREATE TABLE \"ChangeLog\" (\"Entry\" TEXT NOT NULL)";
        foreach (var type in db.Model.GetEntityTypes().Where(type => !type.IsPrivacyTable()))
        {
            var table = type.GetTableName();
            var key = string.Join(" || '/' || ", type.FindPrimaryKey()!.Properties.Select(property => $"OLD.\"{property.GetColumnName()}\""));
            if (_file is not null)
                foreach (var change in new[] { "UPDATE", "DELETE" })
                    yield return $"CREATE TRIGGER \"{change} of {table}\" AFTER {change} ON \"{table}\" BEGIN "
                        + $"INSERT INTO \"ChangeLog\" VALUES ('{table} ' || {key} || ' {change}'); END";
            else
                yield return $"""
                    CREATE FUNCTION "changed {table}"() RETURNS trigger LANGUAGE plpgsql AS
                    'BEGIN INSERT INTO "ChangeLog" VALUES (''{table} '' || {key.Replace("'", "''", StringComparison.Ordinal)} || '' '' || TG_OP); RETURN NULL; END';
                    CREATE TRIGGER "changes of {table}" AFTER UPDATE OR DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION "changed {table}"()
                    """;
        }
    }
}
