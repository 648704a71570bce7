using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Requests;

/// <summary>
/// Requests of every kind from their receipt to the last message, with the node killed at one point and started anew:
/// nothing is lost, nothing is done twice but what was sent and not yet noted. A seeded slice by itself; all points by
/// <c>eng/crash-runs.sh</c>.
/// </summary>
public sealed class CrashTests
{
    private const int SliceSize = 6;
    private const int Seed = 20260304;

    private static readonly string s_ana = Desk.Ana.ToString();

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public Task An_erasure_survives_a_kill_anywhere(Provider provider) => KillAnywhereAsync(provider, EraseAsync);

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public Task Every_other_step_survives_a_kill_anywhere(Provider provider) => KillAnywhereAsync(provider, OthersAsync);

    private static async Task KillAnywhereAsync(Provider provider, Func<CrashRun, Task> scenario)
    {
        var points = await RunAsync(provider, scenario, killAt: null);
        Assert.True(points > 100, $"only {points} points: does the interceptor see them?");
        var isAll = Environment.GetEnvironmentVariable("PAC_CRASH") == "all";
        var chosen = isAll ? [.. Enumerable.Range(0, points)] : Slice(points);
        foreach (var point in chosen)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            try
            {
                await RunAsync(provider, scenario, point);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                throw new InvalidOperationException($"Killed at point {point} of {points} on {provider}: {error.Message}", error);
            }
        }

        TestContext.Current.SendDiagnosticMessage("{0}: killed at {1} of {2} points", provider, chosen.Length, points);
    }

    private static int[] Slice(int points) => new Random(Seed).GetItems([.. Enumerable.Range(0, points)], SliceSize);

    private static async Task<int> RunAsync(Provider provider, Func<CrashRun, Task> scenario, int? killAt)
    {
        await using var database = await DeskDatabase.OpenAsync(provider);
        await Desk.FillAsync(database);
        await using var run = new CrashRun(database, killAt);
        await scenario(run);
        Assert.Equal(killAt is not null, run.WasKilled);
        return run.Points;
    }

    private static async Task EraseAsync(CrashRun run)
    {
        var asked = Desk.Ask(PrivacyRight.Erasure) with { Id = Guid.CreateVersion7(), Words = "ana wants to go" };
        var id = asked.Id!.Value;
        await run.StepAsync(node => node.Requests.ReceiveAsync(asked));
        await run.StepAsync(node => node.Requests.SendCodeAsync(id));
        await run.DispatchAsync();
        await run.StepAsync(node => node.Requests.VerifyIdentityAsync(id, run.World.Code));
        await run.StepAsync(node => node.Requests.ConfirmAsync(id));
        await run.DispatchAsync();
        await run.StepAsync(node => node.Requests.ExtendAsync(id, "many requests"));
        await run.StepAsync(node => node.Requests.ExecuteAsync(id));
        await run.DispatchAsync();

        await run.RestartAsync();
        var request = (await run.Node.Requests.FindAsync(id))!;
        Assert.Equal(PrivacyRequestState.CustomerNotified, request.State);
        Assert.Equal((null, null, null), (request.SubjectId, request.Address, request.Words));
        Assert.Equal(new DateOnly(2026, 5, 4), request.DueOn);
        await run.CheckDoneOnceAsync(
            "Your code", "Your request has been received", "Your request takes longer", "Your request is done");
        Assert.Equal(CrashRun.Stores, run.World.Erasures.Select(erasure => erasure.Store).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(2, run.World.Erasures.Select(erasure => erasure.Key).Distinct().Count());
        Assert.Equal("Your request is done", run.World.Mail.Last().Title.Split(':')[0]);

        var rows = await Desk.RowsAsync(run.Database);
        Assert.DoesNotContain(rows, row =>
            row.Contains("ana", StringComparison.Ordinal) || row.Contains(s_ana, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(2, rows.Count(row => row.Contains("budi", StringComparison.Ordinal)));
    }

    private static async Task OthersAsync(CrashRun run)
    {
        var text = new ConsentText("1", "en", "May we?");
        await run.StepAsync(node => node.Consents.GiveAsync("customer", s_ana, "promotion", text, "form"));
        var correction = await ConfirmedAsync(run, Desk.Ask(PrivacyRight.Rectification) with
        {
            Corrections = [new("DeskPerson.Name", "Annabel")],
        });
        var withdrawal = await ConfirmedAsync(run, Desk.Ask(PrivacyRight.ConsentWithdrawal) with { Purpose = "promotion" });
        var objection = await ConfirmedAsync(run, Desk.Ask(PrivacyRight.Objection) with { Purpose = "promotion" });
        var refused = await ConfirmedAsync(run, Desk.Ask(PrivacyRight.Erasure));
        var takenBack = await ConfirmedAsync(run, Desk.Ask(PrivacyRight.Erasure, Desk.Budi));
        foreach (var id in new[] { correction, withdrawal, objection })
            await run.StepAsync(node => node.Requests.ExecuteAsync(id, "dian"));
        await run.StepAsync(node => node.Requests.RefuseAsync(refused, "a dispute is open"));
        await run.StepAsync(node => node.Requests.WithdrawAsync(takenBack));
        await run.DispatchAsync();

        await run.RestartAsync();
        foreach (var id in new[] { correction, withdrawal, objection })
            Assert.Equal(PrivacyRequestState.CustomerNotified, (await run.Node.Requests.FindAsync(id))!.State);
        Assert.Equal(PrivacyRequestState.Refused, (await run.Node.Requests.FindAsync(refused))!.State);
        Assert.Equal(PrivacyRequestState.Withdrawn, (await run.Node.Requests.FindAsync(takenBack))!.State);
        Assert.Equal("DeskPerson.Name", Assert.Single(Assert.Single(await run.Node.Requests.RectificationsAsync("customer", s_ana)).Fields));
        Assert.NotNull(Assert.Single(await run.Node.Consents.HistoryAsync("customer", s_ana)).WithdrawnAt);
        Assert.Equal(objection, Assert.Single(await run.Node.Restrictions.StandingAsync("customer", s_ana)).Id);
        await run.CheckDoneOnceAsync(
        [
            .. Enumerable.Repeat("Your request has been received", 5), .. Enumerable.Repeat("Your request is done", 3),
            "Your request was refused", "Your request was taken back",
        ]);
        await using var db = run.Database.Connect();
        Assert.Equal(["Annabel", "budi"], await db.People.OrderBy(person => person.Name).Select(person => person.Name).ToListAsync());
    }

    private static async Task<Guid> ConfirmedAsync(CrashRun run, NewPrivacyRequest asked)
    {
        var id = Guid.CreateVersion7();
        await run.StepAsync(node => node.Requests.ReceiveAsync(asked with { Id = id }));
        await run.StepAsync(node => node.Requests.VouchForIdentityAsync(id, "signed-in"));
        await run.StepAsync(node => node.Requests.ConfirmAsync(id));
        return id;
    }
}
