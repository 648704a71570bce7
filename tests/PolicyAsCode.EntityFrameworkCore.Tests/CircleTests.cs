using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;
using PolicyAsCode.EntityFrameworkCore.Tests.Shop;

namespace PolicyAsCode.EntityFrameworkCore.Tests;

/// <summary>A subject and its address that refer to each other, and a row that refers by key alone.</summary>
public sealed class CircleTests
{
    [Fact]
    public async Task The_address_goes_with_the_subject_it_points_to()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await using var db = await OpenAsync(connection);
        var receipt = await Privacy(db).EraseBuyerAsync(1, cancel: TestContext.Current.CancellationToken);
        Assert.Equal(ErasureOutcome.Erased, receipt.Outcome);
        Assert.Empty(receipt.Kept);
        await OnlyTheOtherIsLeftAsync(db);
    }

    [Fact]
    public async Task Both_go_by_retention_and_the_dry_run_knows()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await using var db = await OpenAsync(connection);
        var planned = await Privacy(db).SweepAsync(new(DryRun: true), TestContext.Current.CancellationToken);
        var done = await Privacy(db).SweepAsync(cancel: TestContext.Current.CancellationToken);
        Assert.Equal(
            planned.Entries.Select(entry => (entry.Entity, entry.Action, entry.Rows)),
            done.Entries.Select(entry => (entry.Entity, entry.Action, entry.Rows)));
        await OnlyTheOtherIsLeftAsync(db);
        var again = await Privacy(db).SweepAsync(cancel: TestContext.Current.CancellationToken);
        Assert.Equal(0, again.RowsChanged);
    }

    private static async Task OnlyTheOtherIsLeftAsync(HomesContext db)
    {
        var cancel = TestContext.Current.CancellationToken;
        Assert.Equal([2], await db.Buyers.AsNoTracking().Select(buyer => buyer.Id).ToListAsync(cancel));
        Assert.Equal([(21, "Budi's street")], (await db.Homes.AsNoTracking().ToListAsync(cancel)).Select(home => (home.Id, home.Street)));
        Assert.Equal([2], await db.Newsletters.AsNoTracking().Select(letter => letter.Id).ToListAsync(cancel));
    }

    private static async Task<HomesContext> OpenAsync(SqliteConnection connection)
    {
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var db = new HomesContext(new DbContextOptionsBuilder<HomesContext>().AmongManyContexts().UseSqlite(connection).Options);
        await db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        var (ana, budi) = (new Buyer { Id = 1, Name = "Ana" }, new Buyer { Id = 2, Name = "Budi" });
        db.AddRange(ana, budi, Abode.At(11, 1, "Ana's street"), Abode.At(12, 1, "Ana's other street"), Abode.At(21, 2, "Budi's street"));
        db.AddRange(
            new Newsletter { Id = 1, BuyerId = 1, Email = "ana@mail.example", SentAt = TestShop.Now.AddYears(-3) },
            new Newsletter { Id = 2, BuyerId = 2, Email = "budi@mail.example", SentAt = TestShop.Now });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        ana.MoveTo(11, TestShop.Now.AddYears(-3));
        budi.MoveTo(21, TestShop.Now);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        db.ChangeTracker.Clear();
        return db;
    }

    private static HomesContextPrivacy Privacy(HomesContext db) => new(db, new FixedTime(TestShop.Now.ToUniversalTime()));
}
