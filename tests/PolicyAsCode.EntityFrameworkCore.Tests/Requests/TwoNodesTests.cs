using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Requests;

/// <summary>Two nodes that do the same at the same time.</summary>
public sealed class TwoNodesTests
{
    private static readonly string[] s_stores = ["blobs", "search", "cache"];

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Each_step_is_taken_once_and_each_message_sent_once(Provider provider)
    {
        await using var database = await DeskDatabase.OpenAsync(provider);
        await Desk.FillAsync(database);
        var world = new DeskWorld();
        var clock = new DeskClock(Desk.Start);
        await using var one = new DeskNode(database, world, clock, s_stores);
        await using var other = new DeskNode(database, world, clock, s_stores);
        DeskNode[] nodes = [one, other, one, other];
        var asked = Desk.Ask(PrivacyRight.Erasure) with { Id = Guid.CreateVersion7() };
        var id = asked.Id!.Value;

        await AllAsync(node => node.Requests.ReceiveAsync(asked));
        await AllAsync(node => node.Requests.VouchForIdentityAsync(id, "signed-in"));
        await AllAsync(node => node.Requests.ConfirmAsync(id));
        clock.Pass(TimeSpan.FromMinutes(1));
        await AllAsync(node => node.Requests.ExecuteAsync(id));
        for (var round = 0; round < 4; round++)
            await AllAsync(node => node.Outbox.DispatchAsync());

        Assert.Equal(PrivacyRequestState.CustomerNotified, (await one.Requests.FindAsync(id))!.State);
        Assert.Equal(["Your request has been received", "Your request is done"], world.Titles);
        Assert.Equal(s_stores.Order(StringComparer.Ordinal), world.Erasures.Select(erasure => erasure.Store).Order(StringComparer.Ordinal));
        Assert.Empty(await one.Outbox.PendingAsync());

        Task AllAsync<T>(Func<DeskNode, Task<T>> step) => Task.WhenAll(nodes.Select(node => Task.Run(() => step(node))));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Of_a_withdrawal_and_an_execution_at_once_one_holds(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        await using var other = new DeskNode(desk.Database, desk.World, desk.Clock);
        var request = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Erasure));

        var outcomes = await Task.WhenAll(
            Task.Run(() => TakenAsync(desk.Requests.ExecuteAsync(request.Id))),
            Task.Run(() => TakenAsync(other.Requests.WithdrawAsync(request.Id))));
        Assert.Single(outcomes, taken => taken);
        var state = (await desk.FindAsync(request.Id)).State;
        Assert.Equal(outcomes[0] ? PrivacyRequestState.Done : PrivacyRequestState.Withdrawn, state);
        await using var db = desk.Database.Connect();
        Assert.Equal(outcomes[0] ? 1 : 2, await db.People.CountAsync());

        static async Task<bool> TakenAsync(Task<PrivacyRequest> step)
        {
            try
            {
                await step;
                return true;
            }
            catch (PrivacyRequestStepException)
            {
                return false;
            }
        }
    }

    [Fact]
    public async Task Many_guesses_at_once_are_not_more_guesses()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        var request = await desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Erasure));
        await desk.Requests.SendCodeAsync(request.Id);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(guess => Task.Run(async () =>
        {
            try
            {
                return await desk.Requests.VerifyIdentityAsync(request.Id, $"GUESS-{guess}");
            }
            catch (DbUpdateConcurrencyException)
            {
                // Too much at once: refused without a look.
                return IdentityOutcome.TooManyAttempts;
            }
        })));
        Assert.InRange(outcomes.Count(outcome => outcome == IdentityOutcome.NotVerified), 0, 4);
        await desk.DispatchAsync();
        Assert.Equal(IdentityOutcome.TooManyAttempts, await desk.Requests.VerifyIdentityAsync(request.Id, desk.World.Code));
    }
}
