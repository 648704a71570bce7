using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Sweeps;

/// <summary>Who may do what only one node does at a time.</summary>
public sealed class LeaseTests
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task One_holds_it_until_it_is_given_back_or_runs_out(Provider provider)
    {
        await using var database = await NodesDatabase.OpenAsync(provider, _ => Task.CompletedTask);
        await using var first = database.Connect();
        await using var second = database.Connect();
        var time = new ManualTime(TestShop.Now);
        var (one, two) = (new Leases(first, time), new Leases(second, time));

        var held = await one.TryTakeAsync("work", s_minute);
        Assert.Equal(1, held!.Fence);
        Assert.Null(await two.TryTakeAsync("work", s_minute));
        Assert.NotNull(await two.TryTakeAsync("other work", s_minute));

        time.Advance(s_minute / 2);
        Assert.True(await held.RenewAsync());
        time.Advance(s_minute * 0.9);
        Assert.Null(await two.TryTakeAsync("work", s_minute));

        await held.DisposeAsync();
        var taken = await two.TryTakeAsync("work", s_minute);
        Assert.Equal(2, taken!.Fence);
        Assert.False(await held.RenewAsync());

        // The second sleeps past its time: whoever takes it over wins, and the sleeper learns of it.
        time.Advance(s_minute);
        var again = await one.TryTakeAsync("work", s_minute);
        Assert.Equal(3, again!.Fence);
        Assert.False(await taken.RenewAsync());
        await taken.DisposeAsync();
        Assert.True(await again.RenewAsync());
        Assert.Null(await two.TryTakeAsync("work", s_minute));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Late_but_not_taken_over_it_can_still_be_renewed(Provider provider)
    {
        await using var database = await NodesDatabase.OpenAsync(provider, _ => Task.CompletedTask);
        await using var db = database.Connect();
        var time = new ManualTime(TestShop.Now);
        var held = await new Leases(db, time).TryTakeAsync("work", s_minute);
        time.Advance(s_minute * 3);
        Assert.True(await held!.RenewAsync());
        await using var other = database.Connect();
        Assert.Null(await new Leases(other, time).TryTakeAsync("work", s_minute));
    }

    [Fact]
    public async Task Of_many_that_want_it_at_once_one_gets_it()
    {
        await using var database = await NodesDatabase.OpenAsync(Provider.PostgreSql, _ => Task.CompletedTask);
        var time = new ManualTime(TestShop.Now);
        for (var round = 1; round <= 5; round++)
        {
            var nodes = Enumerable.Range(0, 8).Select(_ => database.Connect()).ToList();
            var got = await Task.WhenAll(nodes.Select(node => Task.Run(() => new Leases(node, time).TryTakeAsync("work", s_minute))));
            Assert.Equal(round, Assert.Single(got.OfType<ILease>()).Fence);
            foreach (var node in nodes)
                await node.DisposeAsync();
            time.Advance(s_minute);
        }
    }

    [Fact]
    public async Task It_is_not_taken_inside_a_transaction()
    {
        await using var database = await NodesDatabase.OpenAsync(Provider.Sqlite, _ => Task.CompletedTask);
        await using var db = database.Connect();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => new Leases(db, TimeProvider.System).TryTakeAsync("work", s_minute));
    }
}
