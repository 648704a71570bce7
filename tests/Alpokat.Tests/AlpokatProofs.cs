using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Alpokat.Data;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;

namespace Alpokat.Tests;

/// <summary>The generated proofs of Alpokat on SQLite, in memory.</summary>
public sealed class AlpokatOnSqliteTests : AlpokatContextProof
{
    // The people of both databases have the same names: each has keys of its own. One for all tests of a class, since EF
    // Core makes services of its own for each.
    private static readonly SubjectEncryption s_encryption = new(new MemorySubjectKeys());

    protected override ProofDatabase<AlpokatContext> Open()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        var options = new DbContextOptionsBuilder<AlpokatContext>();
        options.UseSqlite(connection).UseSubjectEncryption(s_encryption).AmongManyContexts();
        return new(() => new(options.Options), connection);
    }
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class AlpokatOnPostgreSqlTests : AlpokatContextProof
{
    private static readonly SubjectEncryption s_encryption = new(new MemorySubjectKeys());

    protected override ProofDatabase<AlpokatContext> Open()
    {
        var database = TestDatabase.Create(TestDatabase.Postgres);
        var options = new DbContextOptionsBuilder<AlpokatContext>();
        options.UseNpgsql(database.ConnectionString).UseSubjectEncryption(s_encryption).AmongManyContexts();
        return new(() => new(options.Options), database);
    }
}
