using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests;

/// <summary>
/// SQLite does not order moments that it keeps as text. The check of the model says so at start-up; whoever erases without it is not
/// stopped by rows that are not there.
/// </summary>
public sealed class UnorderedAnchorTests
{
    private static readonly PrivacyRule s_rule = new("Note", PrivacyAction.Kept, [], "a law keeps it", ["D-1"], "desk.policy.yaml:1");

    [Fact]
    public async Task Where_nothing_is_kept_nobody_asks_which_moment_is_the_last()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var db = new NoteContext(new DbContextOptionsBuilder<NoteContext>().AmongManyContexts().UseSqlite(connection).Options);
        await db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        var nobody = 7;

        var receipt = await ErasureRun.RunAsync(
            db, RetentionCalendar.In("UTC"), DateTimeOffset.UnixEpoch, "customer", "1", new(DryRun: true),
            async (run, cancel) =>
            {
                await run.KeepAsync(
                    s_rule, () => db.Notes.Where(note => note.Owner == nobody).Select(note => note.WrittenAt), 2, RetentionUnit.Years, cancel);
                return ErasureOutcome.Erased;
            },
            TestContext.Current.CancellationToken);

        Assert.Empty(receipt.Entries);
    }

    private sealed class NoteContext(DbContextOptions<NoteContext> options) : DbContext(options)
    {
        public DbSet<Note> Notes => Set<Note>();
    }

    private sealed class Note
    {
        public int Id { get; init; }

        public int Owner { get; init; }

        public DateTimeOffset? WrittenAt { get; init; }
    }
}
