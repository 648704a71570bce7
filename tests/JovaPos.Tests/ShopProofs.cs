using JovaPos.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;

namespace JovaPos.Tests;

/// <summary>The generated proofs of the shop on SQLite, in memory.</summary>
public sealed class ShopOnSqliteTests : ShopContextProof
{
    protected override ProofDatabase<ShopContext> Open()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        var options = new DbContextOptionsBuilder<ShopContext>().UseSqlite(connection).Options;
        return new(() => new(options), connection);
    }
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class ShopOnPostgreSqlTests : ShopContextProof
{
    protected override ProofDatabase<ShopContext> Open()
    {
        var database = TestDatabase.Create("PostgreSQL");
        var options = new DbContextOptionsBuilder<ShopContext>().UseNpgsql(database.ConnectionString).Options;
        return new(() => new(options), database);
    }
}
