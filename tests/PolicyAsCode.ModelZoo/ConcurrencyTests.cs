using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo;

/// <summary>
/// What another transaction does at the same time, on the database that runs several at once: an erasure covers it or shuts
/// it out, and a sweep leaves alone what has changed while it waited.
/// </summary>
public sealed class ConcurrencyTests
{
    private static readonly Somebody s_ana = new("ana", 7001, IsHidden: false, ZooProof.Now.AddDays(-1));

    [Theory]
    [InlineData("CascadingForeignKeys", "Letter", 2, """INSERT INTO "Letters" ("Id", "CustomerId", "Text", "SentAt") VALUES (700199, 7001, 'ana, later', '2026-03-14T00:00:00Z')""")]
    [InlineData("DeepPath", "Remark", 2, """INSERT INTO "Remarks" ("Id", "StepId", "Text", "SentAt") VALUES (700199, 700102, 'ana, later', '2026-03-14T00:00:00Z')""")]
    [InlineData("DeepPath", "Step", 2, """INSERT INTO "Steps" ("Id", "CaseId") VALUES (700199, 700101)""")]
    public async Task What_is_being_added_is_erased_and_counted(string name, string entity, int rows, string insert)
    {
        var shape = Zoo.Shape(name);
        await using var database = await ZooDatabase.OpenAsync(shape, Provider.PostgreSql);
        await database.AddAsync(ZooContext.Friend);
        var others = await database.DumpAsync();
        await database.AddAsync(s_ana);

        await using var db = database.Connect();
        var receipt = await MeanwhileAsync(
            database, insert, () => shape.Erasure(db, ZooProof.Now).EraseAsync(db.Subject, "7001"));
        Assert.Equal(ErasureOutcome.Erased, receipt.Outcome);
        Assert.Equal(rows, receipt.Entries.Where(entry => entry.Entity == entity && entry.Action == PrivacyAction.Erased).Sum(entry => entry.Rows));
        Assert.Equal(others, await database.DumpAsync());
    }

    [Theory]
    [InlineData("OwnedInJson", """UPDATE "Orders" SET "PlacedAt" = '2026-03-15T00:00:00Z' WHERE "Id" = 700101""", "ana's street")]
    [InlineData("TablePerTypeWithObject", """UPDATE "Notes" SET "SentAt" = '2026-03-15T00:00:00Z' WHERE "Id" = 700101""", "ana's letter")]
    public async Task A_sweep_leaves_alone_what_has_changed_while_it_waited(string name, string update, string left)
    {
        var shape = Zoo.Shape(name);
        await using var database = await ZooDatabase.OpenAsync(shape, Provider.PostgreSql);
        await database.AddAsync(s_ana with { At = ZooProof.Now.AddYears(-30) });

        await using var db = database.Connect();
        await MeanwhileAsync(database, update, () => shape.Sweep(db, ZooProof.Now).SweepAsync());
        Assert.Contains(await database.DumpAsync(), row => row.Contains(left, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Runs an operation while a statement of another transaction has run and is not committed; that is, once the operation waits or is done.</summary>
    private static async Task<T> MeanwhileAsync<T>(ZooDatabase database, string statement, Func<Task<T>> operation)
    {
        await using var other = database.Connect();
        await using var transaction = await other.Db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, await other.Db.Database.ExecuteSqlRawAsync(statement, TestContext.Current.CancellationToken));
        var running = Task.Run(operation, TestContext.Current.CancellationToken);
        await using var watch = database.Connect();
        for (var i = 0; i < 200 && !running.IsCompleted && !await IsWaitingAsync(watch.Db); i++)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        return await running;
    }

    private static async Task<bool> IsWaitingAsync(DbContext db)
    {
        await db.Database.OpenConnectionAsync();
        await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
        return (long)(await command.ExecuteScalarAsync())! > 0;
    }
}
