using System.Text;
using JovaPos.Communication;
using JovaPos.Data;
using JovaPos.Privacy;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos.Tests;

/// <summary>Erasing a customer of the shop, on every database that it runs on [JOVA-3.1 to 3.8].</summary>
public sealed class ErasureTests
{
    public static TheoryData<string> Databases => TestDatabase.All;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Nothing_of_the_customer_is_left_but_what_the_receipt_keeps(string database)
    {
        await using var shop = await TestShop.OpenAsync(database);
        var request = await ConfirmedRequestAsync(shop);
        var before = await shop.SnapshotAsync();
        var siti = new SubjectRows(before, ShopSeed.Siti);
        Assert.NotEmpty(before.Find(siti.Identifiers));

        var receipt = await EraseAsync(shop, ShopSeed.Siti, new ErasureOptions(DryRun: true));
        await ExecuteAsync(shop, request);
        await DispatchAsync(shop);
        var after = await shop.SnapshotAsync();

        Assert.Empty(after.Find(siti.Identifiers));
        var tableOf = await TablesAsync(shop);
        foreach (var table in siti.Rows.GroupBy(row => row.Table))
        {
            var left = table.Count(after.Has);
            var entries = receipt.Entries.Where(entry => tableOf[entry.Entity] == table.Key).ToList();
            var erased = entries.Where(entry => entry.Action == PrivacyAction.Erased).Sum(entry => entry.Rows);
            Assert.Equal(table.Count() - left, erased);
            var listed = entries.Where(entry => entry.Action is PrivacyAction.Kept or PrivacyAction.Unlinked)
                .Select(entry => entry.Rows).DefaultIfEmpty().Max();
            Assert.True(left == listed, $"{left} rows of {table.Key} are left, and the receipt lists {listed}.");
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Every_other_row_is_the_same_byte_for_byte(string database)
    {
        await using var shop = await TestShop.OpenAsync(database);
        var before = await shop.SnapshotAsync();
        var siti = new SubjectRows(before, ShopSeed.Siti);

        var receipt = await EraseAsync(shop, ShopSeed.Siti);
        Assert.Equal(ErasureOutcome.Erased, receipt.Outcome);
        var after = await shop.SnapshotAsync();

        var others = before.Rows.Where(row => !siti.Contains(row)).ToList();
        Assert.True(others.Count > 150);
        Assert.All(others, row => Assert.True(before.HasSame(row, after), $"{row} has changed."));
        Assert.All(after.Rows, row => Assert.True(before.Has(row), $"{row} is new."));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_dry_run_tells_the_truth_and_a_second_run_changes_nothing(string database)
    {
        await using var shop = await TestShop.OpenAsync(database);
        var before = await shop.SnapshotAsync();

        var planned = await EraseAsync(shop, ShopSeed.Siti, new ErasureOptions(DryRun: true));
        Snapshot.AssertSame(before, await shop.SnapshotAsync());
        var receipt = await EraseAsync(shop, ShopSeed.Siti);
        Assert.NotEmpty(receipt.Entries);
        Assert.Equal(Said(planned), Said(receipt));

        var after = await shop.SnapshotAsync();
        var again = await EraseAsync(shop, ShopSeed.Siti);
        Assert.Equal(ErasureOutcome.NothingFound, again.Outcome);
        Assert.Empty(again.Entries);
        Snapshot.AssertSame(after, await shop.SnapshotAsync());
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_legal_hold_refuses_and_changes_nothing(string database)
    {
        await using var shop = await TestShop.OpenAsync(database);
        var tini = await shop.RunAsync<ShopContext, Guid>(context =>
            context.Customers.Where(customer => customer.OnLegalHold).Select(customer => customer.Id).SingleAsync());
        var request = await ConfirmedRequestAsync(shop, tini);
        var before = await shop.SnapshotAsync();

        await Assert.ThrowsAsync<PrivacyRequestHeldException>(() => ExecuteAsync(shop, request));

        Snapshot.AssertSame(before, await shop.SnapshotAsync());
    }

    [Fact]
    public async Task No_step_can_be_skipped()
    {
        await using var shop = await TestShop.OpenAsync("SQLite");
        var request = await shop.RunAsync<DeletionRequests, Guid>(requests =>
            requests.ReceiveAsync(ShopSeed.Siti, reason: null, "phone", CancellationToken.None));
        var before = await shop.SnapshotAsync();

        var refused = await Assert.ThrowsAsync<PrivacyRequestStepException>(() => ExecuteAsync(shop, request));
        Assert.Contains("JOVA-3.3", refused.Clauses);
        Assert.Matches(@"identity is verified first\. \[.*JOVA-3\.3.*\]$", refused.Message);
        await Assert.ThrowsAsync<PrivacyRequestStepException>(() => shop.RunAsync<IPrivacyRequests>(requests =>
            requests.ConfirmAsync(request)));
        await Assert.ThrowsAsync<PrivacyRequestStepException>(() => shop.RunAsync<IPrivacyRequests>(requests =>
            requests.MarkNotifiedAsync(request)));

        Snapshot.AssertSame(before, await shop.SnapshotAsync());
    }

    [Fact]
    public async Task The_customer_hears_of_it_twice_and_no_log_names_anybody()
    {
        await using var shop = await TestShop.OpenAsync("SQLite");
        var siti = new SubjectRows(await shop.SnapshotAsync(), ShopSeed.Siti);
        var request = await ConfirmedRequestAsync(shop);
        await DispatchAsync(shop);
        await ExecuteAsync(shop, request);
        await DispatchAsync(shop);

        var subjects = await shop.RunAsync<LocalPostbox, IReadOnlyCollection<string>>(box =>
            Task.FromResult(box.Subjects));
        Assert.Equal(
            ["Permintaan Anda telah diterima: Penghapusan data Anda", "Permintaan Anda telah selesai: Penghapusan data Anda"], subjects);
        Assert.NotEmpty(shop.Log.Lines);
        Assert.DoesNotContain(shop.Log.Lines, line =>
            siti.Identifiers.Where(text => text != siti.Identifiers.First()).Any(line.Contains));
    }

    private static async Task<Guid> ConfirmedRequestAsync(TestShop shop, Guid? customer = null)
    {
        var request = await shop.RunAsync<DeletionRequests, Guid>(requests =>
            requests.ReceiveAsync(customer ?? ShopSeed.Siti, "Saya pindah.", "email", CancellationToken.None));
        await shop.RunAsync<DeletionRequests>(requests => requests.VerifyIdentityAsync(
            request, new IdentityEvidence { Document = Encoding.UTF8.GetBytes("scan") }, CancellationToken.None));
        await shop.RunAsync<IPrivacyRequests>(requests => requests.ConfirmAsync(request));
        return request;
    }

    private static Task ExecuteAsync(TestShop shop, Guid request) =>
        shop.RunAsync<IPrivacyRequests>(requests => requests.ExecuteAsync(request, "officer"));

    private static Task DispatchAsync(TestShop shop) => shop.RunAsync<IPrivacyOutbox>(outbox => outbox.DispatchAsync());

    private static Task<ErasureReceipt> EraseAsync(TestShop shop, Guid customer, ErasureOptions? options = null) =>
        shop.RunAsync<ShopContextPrivacy, ErasureReceipt>(privacy =>
            privacy.EraseCustomerAsync(customer, options, CancellationToken.None));

    private static Task<Dictionary<string, string>> TablesAsync(TestShop shop) =>
        shop.RunAsync<ShopContext, Dictionary<string, string>>(context => Task.FromResult(
            context.Model.GetEntityTypes()
                .ToDictionary(entity => entity.ShortName(), entity => entity.GetTableName()!)));

    private static IEnumerable<string> Said(ErasureReceipt receipt) => receipt.Entries.Select(entry =>
        $"{entry.Action} {entry.Rows} {entry.Entity} {string.Join(',', entry.Rule.Fields)} {entry.Rule.Reason} "
        + $"{entry.KeptUntil}");
}
