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

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Contacts_go_when_the_second_year_is_over_in_Jakarta(string database)
    {
        // Agus bought last on 2024-11-23 at 09:00; the day two years later begins with 2026-11-23 00:00 (+07:00).
        await using var shop = await TestShop.OpenAsync(database);
        shop.Clock.Advance(new DateTimeOffset(2026, 11, 22, 23, 59, 59, TimeSpan.FromHours(7)) - TestShop.Start);
        await SweepAsync(shop, new SweepOptions());
        Assert.Contains((await shop.SnapshotAsync())["Customers"].Values, row => row["Name"] == "Agus Pratama");

        shop.Clock.Advance(TimeSpan.FromSeconds(1));
        await SweepAsync(shop, new SweepOptions());

        var after = await shop.SnapshotAsync();
        Assert.Empty(after.Find(["Agus Pratama", "agus@contoh.example", "0812-0000-0005", "Jl. Anggrek 11"]));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_is_over_goes_and_what_is_not_stays(string database)
    {
        await using var shop = await TestShop.OpenAsync(database);
        var before = await shop.SnapshotAsync();
        await SweepAsync(shop, new SweepOptions());
        var after = await shop.SnapshotAsync();

        // Two years after the last purchase: Budi, Wayan and Joko are over it; Tini is too, and on hold.
        Assert.Equal(
            ["Agus Pratama", "Dewi Lestari", "Made Wirawan", "Rina Wulandari", "Siti Rahmawati", "Tini Marlina"],
            after["Customers"].Values.Select(row => row["Name"]).OfType<string>().Order(StringComparer.Ordinal));

        // Ten years, to the end of the day: only what was ordered before 2016-11-22 loses its customer, and nothing else.
        foreach (var (id, order) in before["Orders"])
        {
            var placed = new DateTimeOffset(long.Parse(order["PlacedAt"]!), TimeSpan.Zero);
            var link = placed < new DateTimeOffset(2016, 11, 22, 0, 0, 0, TimeSpan.FromHours(7)) ? null : order["CustomerId"];
            Assert.Equal(link, after["Orders"][id]["CustomerId"]);
            Assert.Equal(order["TotalRupiah"], after["Orders"][id]["TotalRupiah"]);
        }

        // Thirty days for the copy of a document, a year for the reason that stands beside it.
        Assert.Equal(2, after["DeletionEvidence"].Count);
        Assert.Single(after["DeletionEvidence"].Values, row => row["IdentityDocument"] is null);
        Assert.All(after["DeletionEvidence"].Values, row => Assert.NotNull(row["Reason"]));

        // Staff: a year after they left.
        Assert.DoesNotContain(after["Staff"].Values, row => row["Name"] == "Hadi Saputra");
        Assert.Contains(after["Staff"].Values, row => row["Name"] == "Lina Kusuma");
    }

    private static Task<SweepReport> SweepAsync(TestShop shop, SweepOptions options) =>
        shop.RunAsync<ShopContextPrivacy, SweepReport>(privacy => privacy.SweepAsync(options, CancellationToken.None));

    private static IEnumerable<string> Said(SweepReport report) => report.Entries.Select(entry =>
        $"{entry.Action} {entry.Rows} {entry.Entity} {string.Join(',', entry.Rule.Fields)} {entry.Rule.Reason}");
}
