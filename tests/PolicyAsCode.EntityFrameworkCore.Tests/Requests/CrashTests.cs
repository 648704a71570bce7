using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Requests;

/// <summary>
/// An erasure from its receipt to the last message, with the node killed at one point and started anew: nothing is lost,
/// nothing is done twice but what was sent and not yet noted. A seeded slice by itself; all points by
/// <c>PAC_CRASH=all eng/with-postgres.sh dotnet test tests/PolicyAsCode.EntityFrameworkCore.Tests --filter CrashTests</c>.
/// </summary>
public sealed class CrashTests
{
    private const int SliceSize = 8;
    private const int Seed = 20260304;

    private static readonly string[] s_stores = ["blobs", "search"];

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_node_killed_anywhere_loses_nothing_and_repeats_nothing(Provider provider)
    {
        var points = await RunAsync(provider, killAt: null);
        Assert.True(points > 100, $"only {points} points: does the interceptor see them?");
        var chosen = Environment.GetEnvironmentVariable("PAC_CRASH") == "all"
            ? Enumerable.Range(0, points)
            : Slice(points);
        foreach (var point in chosen)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            try
            {
                await RunAsync(provider, point);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                throw new InvalidOperationException($"Killed at point {point} of {points} on {provider}: {error.Message}", error);
            }
        }
    }

    private static IEnumerable<int> Slice(int points) => new Random(Seed).GetItems([.. Enumerable.Range(0, points)], SliceSize);

    private static async Task<int> RunAsync(Provider provider, int? killAt)
    {
        await using var database = await DeskDatabase.OpenAsync(provider);
        await Desk.FillAsync(database);
        var world = new DeskWorld();
        var clock = new DeskClock(Desk.Start);
        var points = new CrashPoints(killAt);
        world.OnCall = points.Pass;
        var node = new DeskNode(database, world, clock, s_stores, points, points.Commits);
        var asked = Desk.Ask(PrivacyRight.Erasure) with { Id = Guid.CreateVersion7(), Words = "ana wants to go" };
        var id = asked.Id!.Value;

        await StepAsync(current => current.Requests.ReceiveAsync(asked));
        await StepAsync(async current =>
        {
            await current.Requests.SendCodeAsync(id);
            return 0;
        });
        await DispatchAsync();
        await StepAsync(current => current.Requests.VerifyIdentityAsync(id, world.Code));
        await StepAsync(current => current.Requests.ConfirmAsync(id));
        await DispatchAsync();
        await StepAsync(current => current.Requests.ExtendAsync(id, "many requests"));
        clock.Pass(TimeSpan.FromMinutes(1));
        await StepAsync(current => current.Requests.ExecuteAsync(id));
        await DispatchAsync();

        Assert.Equal(killAt is not null, points.IsDead);
        await CheckAsync(database, world, clock, id, killAt is not null);
        await node.DisposeAsync();
        return points.Passed;

        // Whoever called does not know whether it was done, and calls again.
        async Task StepAsync<T>(Func<DeskNode, Task<T>> step)
        {
            try
            {
                await step(node);
            }
            catch (Exception) when (points.IsDead && world.OnCall == points.Pass)
            {
                await RestartAsync();
                await step(node);
            }
        }

        async Task DispatchAsync()
        {
            await StepAsync(WorkOffAsync);
            // What the dead node had leased comes free; what had failed is tried again.
            clock.Pass(TimeSpan.FromMinutes(6));
            await StepAsync(WorkOffAsync);

            static async Task<int> WorkOffAsync(DeskNode current)
            {
                var done = 0;
                for (int now; (now = await current.Outbox.DispatchAsync()) > 0;)
                    done += now;
                return done;
            }
        }

        async Task RestartAsync()
        {
            await node.DisposeAsync();
            world.OnCall = () => { };
            node = new(database, world, clock, s_stores);
        }
    }

    private static async Task CheckAsync(DeskDatabase database, DeskWorld world, DeskClock clock, Guid id, bool wasKilled)
    {
        await using var node = new DeskNode(database, world, clock, s_stores);
        var request = (await node.Requests.FindAsync(id))!;
        Assert.Equal(PrivacyRequestState.CustomerNotified, request.State);
        Assert.Equal((null, null, null), (request.SubjectId, request.Address, request.Words));
        Assert.Equal(new DateOnly(2026, 5, 4), request.DueOn);
        Assert.Empty(await node.Outbox.PendingAsync());

        // Each message and each erasure has come, once by its number; again at most what was under way at the kill.
        var mails = world.Mail.GroupBy(mail => mail.Id).ToList();
        Assert.Equal(
            ["Your code", "Your request has been received", "Your request is done", "Your request takes longer"],
            mails.Select(mail => mail.First().Title.Split(':')[0]).Order(StringComparer.Ordinal));
        Assert.Equal(s_stores, world.Erasures.Select(erasure => erasure.Store).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(2, world.Erasures.Select(erasure => erasure.Key).Distinct().Count());
        Assert.InRange(world.Mail.Count + world.Erasures.Count, 6, wasKilled ? 7 : 6);
        Assert.Equal("Your request is done", world.Mail.Last().Title.Split(':')[0]);

        var rows = await Desk.RowsAsync(database);
        Assert.DoesNotContain(rows, row => row.Contains("ana", StringComparison.Ordinal) || row.Contains(Desk.Ana.ToString(), StringComparison.OrdinalIgnoreCase));
        Assert.Equal(2, rows.Count(row => row.Contains("budi", StringComparison.Ordinal)));
    }
}
