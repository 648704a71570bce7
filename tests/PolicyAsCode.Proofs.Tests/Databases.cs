using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PolicyAsCode.EntityFrameworkCore.Testing;

namespace PolicyAsCode.Proofs.Tests;

/// <summary>Empty databases for proofs.</summary>
internal static class Databases
{
    private const string Server = "POLICYASCODE_POSTGRES";

    public static ProofDatabase<TContext> Sqlite<TContext>(Func<DbContextOptions<TContext>, TContext> create)
        where TContext : DbContext
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        var options = new DbContextOptionsBuilder<TContext>().UseSqlite(connection).Options;
        return new(() => create(options), connection);
    }

    public static ProofDatabase<TContext> PostgreSql<TContext>(Func<DbContextOptions<TContext>, TContext> create)
        where TContext : DbContext
    {
        var server = Environment.GetEnvironmentVariable(Server);
        Assert.SkipUnless(!string.IsNullOrEmpty(server), $"PostgreSQL: set {Server}, as eng/with-postgres.sh does");
        var own = new NpgsqlConnectionStringBuilder(server) { Database = $"proof_{Guid.NewGuid():N}" };
        var options = new DbContextOptionsBuilder<TContext>().UseNpgsql(own.ConnectionString).Options;
        return new(() => create(options));
    }
}
