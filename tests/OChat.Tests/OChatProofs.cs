using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OChat.Data;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Testing;

namespace OChat.Tests;

/// <summary>The generated proofs of OChat on SQLite, in memory.</summary>
public sealed class OChatOnSqliteTests : OChatContextProof
{
    protected override ProofDatabase<OChatContext> Open()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        var options = new DbContextOptionsBuilder<OChatContext>();
        options.UseSqlite(connection).UseSubjectEncryption(ProofKeys.Encryption);
        return new(() => new(options.Options), connection);
    }
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class OChatOnPostgreSqlTests : OChatContextProof
{
    protected override ProofDatabase<OChatContext> Open()
    {
        var database = TestDatabase.Create(TestDatabase.Postgres);
        var options = new DbContextOptionsBuilder<OChatContext>();
        options.UseNpgsql(database.ConnectionString).UseSubjectEncryption(ProofKeys.Encryption);
        return new(() => new(options.Options), database);
    }
}

/// <summary>One for all: EF Core makes services of its own for each.</summary>
internal static class ProofKeys
{
    public static SubjectEncryption Encryption { get; } = new(new MemorySubjectKeys());
}
