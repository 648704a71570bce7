using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OChat.Data;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace OChat.Tests;

/// <summary>The generated proofs of OChat on SQLite, in memory.</summary>
public sealed class OChatOnSqliteTests : OChatContextProof
{
    // The people of both databases have the same names: each has keys of its own. One for all tests of a class, since EF
    // Core makes services of its own for each.
    private static readonly SubjectEncryption s_encryption = new(new MemorySubjectKeys());

    protected override ProofDatabase<OChatContext> Open()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        var options = new DbContextOptionsBuilder<OChatContext>();
        options.UseSqlite(connection).UseSubjectEncryption(s_encryption).AmongManyContexts();
        return new(() => new(options.Options), connection);
    }
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OChatOnPostgreSqlTests : OChatContextProof
{
    private static readonly SubjectEncryption s_encryption = new(new MemorySubjectKeys());

    protected override ProofDatabase<OChatContext> Open()
    {
        var database = TestDatabase.Create(TestDatabase.Postgres);
        var options = new DbContextOptionsBuilder<OChatContext>();
        options.UseNpgsql(database.ConnectionString).UseSubjectEncryption(s_encryption).AmongManyContexts();
        return new(() => new(options.Options), database);
    }
}
