using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Requests;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Encryption;

/// <summary>The keys of people whose time is over: without their row they open nothing but backups.</summary>
public sealed class SweptKeysTests
{
    private static readonly PrivacyRule s_rule = new("DeskPerson", PrivacyAction.Erased, [], "1 year", ["D-1"], "desk.policy.yaml:1");

    private const string SeveralPeople = """
        WITH RECURSIVE "numbers" ("number") AS (SELECT 1 UNION ALL SELECT "number" + 1 FROM "numbers" WHERE "number" < 34000)
        INSERT INTO "People" ("Id", "Name", "Email", "Tenant")
        SELECT printf('00000000-0000-0000-0000-%012d', "number"), 'somebody', '', (SELECT "Tenant" FROM "People" LIMIT 1) FROM "numbers"
        """;

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task They_go_with_a_persons_row_when_their_grace_is_over(Provider provider)
    {
        await using var desk = await SealedDesk.OpenAsync(provider);
        var budi = new PrivacySubject("customer", Desk.Budi.ToString());
        var (anas, budis) = (desk.Keys.Obtain(desk.Ana), desk.Keys.Obtain(budi));

        var report = await SweepAsync(desk, Desk.Ana);
        Assert.Equal(1, report.RowsChanged);
        Assert.True(Assert.Single(desk.Keys.List(desk.Ana)).IsRetired);
        Assert.DoesNotContain(await desk.StoredAsync(), row => row.Contains(desk.Ana.Id, StringComparison.OrdinalIgnoreCase));
        desk.Clock.Pass(TimeSpan.FromMinutes(6));
        await desk.Rotation.RunAsync();

        Assert.Null(desk.Keys.Find(anas.Id));
        Assert.NotNull(desk.Keys.Find(budis.Id));
        Assert.False(Assert.Single(desk.Keys.List(budi)).IsRetired);
        Assert.Empty(await desk.Outbox.PendingAsync());
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task They_stay_with_a_row_that_stays(bool isDryRun, bool isHeld)
    {
        await using var desk = await SealedDesk.OpenAsync(Provider.Sqlite);
        desk.Keys.Obtain(desk.Ana);
        if (isHeld)
            await desk.InScopeAsync(async (db, _) =>
            {
                await LegalHolds.PlaceAsync(
                    db, new PrivacyHold(Guid.CreateVersion7(), "customer", desk.Ana.Id, "a lawsuit", desk.Clock.GetUtcNow(), null),
                    TestContext.Current.CancellationToken);
                return 0;
            });

        await SweepAsync(desk, Desk.Ana, new(DryRun: isDryRun));

        Assert.Null(Assert.Single(desk.Keys.List(desk.Ana)).SupersededAt);
        Assert.Empty(await desk.Outbox.PendingAsync());
        Assert.True(await desk.InScopeAsync((db, _) => db.People.IgnoreQueryFilters().AnyAsync(person => person.Id == Desk.Ana)));
    }

    /// <summary>What goes is a row of theirs, and they stay.</summary>
    [Fact]
    public async Task They_stay_where_only_a_row_of_theirs_goes()
    {
        await using var desk = await SealedDesk.OpenAsync(Provider.Sqlite);
        desk.Keys.Obtain(desk.Ana);
        await desk.InScopeAsync(async (db, _) =>
        {
            db.Add(new DeskNote { Id = 77, PersonId = Desk.Ana, Text = "a note" });
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        var report = await desk.InScopeAsync((db, _) => SweepRun.RunAsync(
            db, RetentionCalendar.In("UTC"), desk.Clock, null,
            [(run, cancel) => run.EraseAsync(
                s_rule with { Entity = "DeskNote" },
                db.Notes.Where(note => note.Id == 77)
                    .Where(note => !run.IsHeld("customer", typeof(DeskPerson), note.PersonId)).OrderBy(note => note.Id), cancel)],
            TestContext.Current.CancellationToken));

        Assert.Equal(1, report.RowsChanged);
        Assert.Null(Assert.Single(desk.Keys.List(desk.Ana)).SupersededAt);
    }

    /// <summary>A database takes so many parameters and no more (32,766 of SQLite): a batch may be larger.</summary>
    [Fact]
    public async Task They_go_in_a_batch_of_more_people_than_a_statement_takes_parameters()
    {
        await using var desk = await SealedDesk.OpenAsync(Provider.Sqlite);
        await desk.InScopeAsync((db, _) => db.Database.ExecuteSqlRawAsync(SeveralPeople, TestContext.Current.CancellationToken));
        desk.Keys.Obtain(desk.Ana);

        var report = await SweepAsync(desk, null, new(BatchSize: 40_000));

        Assert.True(report.RowsChanged > 33_000, $"Only {report.RowsChanged} rows went.");
        Assert.True(Assert.Single(desk.Keys.List(desk.Ana)).IsRetired);
    }

    private static Task<SweepReport> SweepAsync(SealedDesk desk, Guid? who, SweepOptions? options = null) =>
        desk.InScopeAsync((db, _) => SweepRun.RunAsync(
            db, RetentionCalendar.In("UTC"), desk.Clock, options,
            [(run, cancel) => run.EraseAsync(
                s_rule,
                db.People.Where(person => who == null || person.Id == who)
                    .Where(person => !run.IsHeld("customer", typeof(DeskPerson), person.Id)).OrderBy(person => person.Name), cancel)],
            TestContext.Current.CancellationToken));
}
