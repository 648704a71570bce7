using JovaPos.Data;
using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos.Tests;

/// <summary>The retention of the shop, on every database that it runs on.</summary>
public sealed class RetentionTests
{
    public static TheoryData<string> Databases => TestDatabase.All;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_dry_run_tells_the_truth_and_a_second_run_changes_nothing(string database)
    {
        await using var shop = await TestShop.OpenAsync(database);
        var before = await shop.SnapshotAsync();

        var planned = await SweepAsync(shop, new SweepOptions(DryRun: true));
        Snapshot.AssertSame(before, await shop.SnapshotAsync());
        Assert.True(planned.RowsChanged > 0);

        var done = await SweepAsync(shop, new SweepOptions());
        Assert.Equal(Said(planned), Said(done));
        var after = await shop.SnapshotAsync();
        Assert.NotEqual(before.Rows.Count(), after.Rows.Count());

        Assert.Equal(0, (await SweepAsync(shop, new SweepOptions())).RowsChanged);
        Snapshot.AssertSame(after, await shop.SnapshotAsync());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Small_batches_come_to_the_same(string database)
    {
        await using var whole = await TestShop.OpenAsync(database);
        await using var pieces = await TestShop.OpenAsync(database);

        var atOnce = await SweepAsync(whole, new SweepOptions());
        var bitByBit = await SweepAsync(pieces, new SweepOptions(BatchSize: 1));

        Assert.Equal(Said(atOnce), Said(bitByBit));
        Assert.Equal((await whole.SnapshotAsync()).Rows, (await pieces.SnapshotAsync()).Rows);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Nothing_of_a_customer_on_hold_goes(string database)
    {
        await using var shop = await TestShop.OpenAsync(database);
        var before = await shop.SnapshotAsync();
        var tini = before["Customers"].Values.Single(row => row["Name"] == "Tini Marlina")["Id"]!;
        var held = new SubjectRows(before, Guid.Parse(tini));

        await SweepAsync(shop, new SweepOptions());

        var after = await shop.SnapshotAsync();
        Assert.All(held.Rows, row => Assert.True(before.HasSame(row, after), $"{row} has changed."));
    }

    private static Task<SweepReport> SweepAsync(TestShop shop, SweepOptions options) =>
        shop.RunAsync<ShopContextPrivacy, SweepReport>(privacy => privacy.SweepAsync(options, CancellationToken.None));

    private static IEnumerable<string> Said(SweepReport report) => report.Entries.Select(entry =>
        $"{entry.Action} {entry.Rows} {entry.Entity} {string.Join(',', entry.Rule.Fields)} {entry.Rule.Reason}");
}
