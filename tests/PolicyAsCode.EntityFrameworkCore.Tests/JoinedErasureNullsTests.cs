using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests;

/// <summary>EF Core has one model for contexts that compare null otherwise, and an erasure's statement is another in each.</summary>
public sealed class JoinedErasureNullsTests
{
    private static readonly PrivacyRule s_rule = new("Leaf", PrivacyAction.Erased, [], "the person is erased", ["D-1"], "desk.policy.yaml:1");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Contexts_that_compare_null_otherwise_share_no_statement(bool isRelationalFirst)
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var one = Connect(connection, isRelationalFirst);
        // Handed over: EF Core's cache of models may be full of other tests'.
        await using var other = Connect(connection, !isRelationalFirst, one.Model);
        Assert.Same(one.Model, other.Model);
        await one.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        one.AddRange(new Leaf { Id = 1, Branch = 7 }, new Leaf { Id = 2, Branch = 8 }, new Leaf { Id = 3 });
        await one.SaveChangesAsync(TestContext.Current.CancellationToken);

        // In code null is not 7; in SQL nobody knows.
        foreach (var (db, isRelational) in new[] { (one, isRelationalFirst), (other, !isRelationalFirst) })
        {
            var receipt = await EraseAsync(db, not: 7);
            var rows = isRelational ? 1 : 2;
            Assert.Equal([("Erased", rows), ("Kept", rows)], receipt.Entries.Select(entry => (entry.Action.ToString(), entry.Rows)).Order());
        }
    }

    private static Task<ErasureReceipt> EraseAsync(LeafContext db, int not) => ErasureRun.RunAsync(
        db, RetentionCalendar.In("UTC"), DateTimeOffset.UnixEpoch, "customer", "1", new(DryRun: true),
        async (run, cancel) =>
        {
            await run.KeepAsync(s_rule with { Action = PrivacyAction.Kept }, () => db.Leaves.Where(leaf => leaf.Branch != not), cancel);
            await run.EraseAsync(s_rule, () => db.Leaves.Where(leaf => leaf.Branch != not), cancel);
            return ErasureOutcome.Erased;
        },
        TestContext.Current.CancellationToken);

    private static LeafContext Connect(SqliteConnection connection, bool isRelational, IModel? model = null)
    {
        var options = new DbContextOptionsBuilder<LeafContext>().AmongManyContexts()
            .UseSqlite(connection, sqlite => sqlite.UseRelationalNulls(isRelational));
        return new((model is null ? options : options.UseModel(model)).Options);
    }

    private sealed class LeafContext(DbContextOptions<LeafContext> options) : DbContext(options)
    {
        public DbSet<Leaf> Leaves => Set<Leaf>();
    }

    private sealed class Leaf
    {
        public int Id { get; init; }

        public int? Branch { get; init; }
    }
}
