using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Requests;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Sweeps;

/// <summary>The run time's own tables know people too: a sweep keeps the policy's word on them.</summary>
public sealed class OwnTablesTests
{
    private static readonly ConsentText s_text = new("2026-01", "id", "Bolehkah kami mengirim promosi?");
    private static readonly RetentionCalendar s_calendar = RetentionCalendar.In("Asia/Jakarta");

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Consents_go_a_year_after_they_were_taken_back(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        await GiveAsync(desk, "customer", "promotion", "analysis", "research");
        await GiveAsync(desk, "customer/Guest", "promotion");
        await GiveAsync(desk, "customers", "promotion");
        foreach (var kind in new[] { "customer", "customer/Guest", "customers" })
            await desk.Node.Consents.WithdrawAsync(kind, Desk.Ana.ToString(), "promotion", "in-app");
        desk.Clock.Pass(TimeSpan.FromHours(20)); // the next day has begun
        await desk.Node.Consents.WithdrawAsync("customer", Desk.Ana.ToString(), "analysis", "in-app");

        // One year after 4 March 2026 is 4 March 2027: it is over when that day begins in Jakarta.
        Assert.Equal(0, (await SweepConsentsAsync(desk, new(2027, 3, 3, 23, 59, 59, TimeSpan.FromHours(7)))).RowsChanged);
        var day = new DateTimeOffset(2027, 3, 4, 0, 0, 0, TimeSpan.FromHours(7));
        var planned = await SweepConsentsAsync(desk, day, new(DryRun: true));
        Assert.Equal(5, await CountAsync(desk));
        var done = await SweepConsentsAsync(desk, day, new(BatchSize: 1));

        Assert.Equal(("PrivacyConsent", PrivacyAction.Erased, 2), (done.Entries[0].Entity, done.Entries[0].Action, done.RowsChanged));
        Assert.Equal(planned.Entries.Select(entry => (entry.Rule.Entity, entry.Rows)), done.Entries.Select(entry => (entry.Rule.Entity, entry.Rows)));
        Assert.Equal(["analysis", "research"], (await HistoryAsync(desk, "customer")).Select(consent => consent.Purpose).Order());
        Assert.Empty(await HistoryAsync(desk, "customer/Guest"));
        Assert.Single(await HistoryAsync(desk, "customers"));
        Assert.Equal(0, (await SweepConsentsAsync(desk, day)).RowsChanged);
        // What stands is nobody's to sweep, however old.
        Assert.Equal(1, (await SweepConsentsAsync(desk, day.AddYears(30))).RowsChanged);
        Assert.True(await desk.Node.Consents.IsGivenAsync("customer", Desk.Ana.ToString(), "research"));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Requests_go_once_they_were_closed_so_long_and_open_ones_stay(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var closed = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.ConsentWithdrawal));
        await desk.Requests.ExecuteAsync(closed.Id);
        await desk.DispatchAsync();
        Assert.NotNull((await desk.FindAsync(closed.Id)).ClosedAt);
        var open = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Restriction, Desk.Budi));
        var day = new DateTimeOffset(2027, 3, 4, 0, 0, 0, TimeSpan.FromHours(7));

        Assert.Equal(0, (await SweepRequestsAsync(desk, day.AddTicks(-1))).RowsChanged);
        var planned = await SweepRequestsAsync(desk, day, new(DryRun: true));
        var done = await SweepRequestsAsync(desk, day);

        Assert.Equal((1, 1), (planned.RowsChanged, done.RowsChanged));
        Assert.Null(await desk.Requests.FindAsync(closed.Id));
        Assert.NotNull(await desk.Requests.FindAsync(open.Id));
        // Whatever was to be told is still told, and the outbox does not stumble over what it belonged to.
        await desk.DispatchAsync();
        Assert.Empty(await desk.Node.Outbox.PendingAsync());
    }

    [Fact]
    public async Task Of_whom_a_hold_stands_nothing_goes_and_a_policy_that_wants_a_person_gets_a_count()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        await GiveAsync(desk, "customer", "promotion");
        await GiveAsync(desk, "customer/Guest", "promotion");
        foreach (var kind in new[] { "customer", "customer/Guest" })
            await desk.Node.Consents.WithdrawAsync(kind, Desk.Ana.ToString(), null, "in-app");
        var hold = await desk.Node.Holds.PlaceAsync("customer", Desk.Ana.ToString(), "a case", null, null);
        var late = Desk.Start.AddYears(5);

        Assert.Equal(0, (await SweepConsentsAsync(desk, late)).RowsChanged);
        await desk.Node.Holds.LiftAsync(hold);
        var review = await SweepConsentsAsync(desk, late, action: PrivacyAction.ForReview);
        Assert.Equal((2, 0), (review.RowsForReview, review.RowsChanged));
        Assert.Equal(2, (await SweepConsentsAsync(desk, late)).RowsChanged);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_rule_for_some_purposes_leaves_the_proof_of_the_others(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        await GiveAsync(desk, "customer", "promotion", "analysis", "research");
        await desk.Node.Consents.WithdrawAsync("customer", Desk.Ana.ToString(), null, "in-app");
        var late = Desk.Start.AddYears(5);

        Assert.Equal(1, (await SweepConsentsAsync(desk, late, purposes: ["promotion"])).RowsChanged);
        Assert.Equal(["analysis", "research"], (await HistoryAsync(desk, "customer")).Select(consent => consent.Purpose).Order());
        Assert.Equal(2, (await SweepConsentsAsync(desk, late)).RowsChanged);
    }

    private static async Task GiveAsync(Desk desk, string kind, params string[] purposes)
    {
        foreach (var purpose in purposes)
            await desk.Node.Consents.GiveAsync(kind, Desk.Ana.ToString(), purpose, s_text, "form");
    }

    private static Task<IReadOnlyList<PrivacyConsent>> HistoryAsync(Desk desk, string kind) =>
        desk.Node.Consents.HistoryAsync(kind, Desk.Ana.ToString());

    private static async Task<int> CountAsync(Desk desk)
    {
        await using var db = desk.Database.Connect();
        return await db.Set<PrivacyConsent>().CountAsync();
    }

    private static Task<SweepReport> SweepConsentsAsync(
        Desk desk, DateTimeOffset at, SweepOptions? options = null, PrivacyAction action = PrivacyAction.Erased,
        params string[] purposes) =>
        SweepAsync(desk, at, options, (run, cancel) => run.EraseWithdrawnConsentsAsync(
            Rule("PrivacyConsent", action), ["customer"], purposes, run.Maximum(1, RetentionUnit.Years), cancel));

    private static Task<SweepReport> SweepRequestsAsync(Desk desk, DateTimeOffset at, SweepOptions? options = null) =>
        SweepAsync(desk, at, options, (run, cancel) => run.EraseClosedRequestsAsync(
            Rule("PrivacyRequest", PrivacyAction.Erased), [], run.Maximum(1, RetentionUnit.Years), cancel));

    private static PrivacyRule Rule(string entity, PrivacyAction action) =>
        new(entity, action, [], "1 year", ["D-1"], "desk.policy.yaml:1");

    private static async Task<SweepReport> SweepAsync(
        Desk desk, DateTimeOffset at, SweepOptions? options, Func<SweepRun, CancellationToken, Task> step)
    {
        await using var db = desk.Database.Connect();
        return await SweepRun.RunAsync(
            db, s_calendar, new FixedTime(at.ToUniversalTime()), options, [step], TestContext.Current.CancellationToken);
    }
}
