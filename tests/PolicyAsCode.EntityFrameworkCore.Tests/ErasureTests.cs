using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;
using PolicyAsCode.EntityFrameworkCore.Tests.Shop;

namespace PolicyAsCode.EntityFrameworkCore.Tests;

/// <summary>The generated erasure, on real databases.</summary>
public sealed class ErasureTests
{
    /// <summary>What the law keeps of Ana: two orders under the minimum, and one that a payment keeps in place.</summary>
    private static readonly string[] KeptRows =
        ["OrderLines | Id=11 |", "OrderLines | Id=12 |", "Orders | Id=11 |", "Orders | Id=12 |", "Orders | Id=14 |",
            "Payments | Id=11 |", "Payments | Id=14 |"];

    [Theory]
    [InlineData(Provider.Sqlite, false)]
    [InlineData(Provider.Sqlite, true)]
    [InlineData(Provider.PostgreSql, false)]
    [InlineData(Provider.PostgreSql, true)]
    public async Task Nothing_is_left_but_what_the_law_keeps(Provider provider, bool isHidden)
    {
        await using var shop = await TestShop.OpenAsync(provider);
        await People.AddOthersAsync(shop);
        var others = await shop.SnapshotAsync();
        await People.AddAnaAsync(shop, isHidden);
        var before = await shop.SnapshotAsync();

        var receipt = await shop.AskAsync(privacy => privacy.EraseCustomerAsync(People.Ana));

        var after = await shop.SnapshotAsync();
        Assert.Equal(ErasureOutcome.Erased, receipt.Outcome);
        Prove(others, before, after, receipt);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task The_receipt_says_what_stays_why_and_until_when(Provider provider)
    {
        await using var shop = await TestShop.OpenAsync(provider);
        await People.AddOthersAsync(shop);
        await People.AddAnaAsync(shop);

        var receipt = await shop.AskAsync(privacy => privacy.EraseCustomerAsync(People.Ana));

        var byLaw = Assert.Single(receipt.Kept, entry => entry is { Entity: "Order", Rule.Fields: ["Number"] });
        Assert.Equal(2, byLaw.Rows);
        Assert.Equal(new DateOnly(2035, 3, 15), byLaw.KeptUntil);
        Assert.Contains("at least 10 years after order-placed (tax law)", byLaw.Rule.Reason, StringComparison.Ordinal);
        Assert.Equal(["SHOP-3"], byLaw.Rule.Clauses);
        Assert.StartsWith("policies/test-shop.policy.yaml:", byLaw.Rule.Policy, StringComparison.Ordinal);

        var forThePayment = Assert.Single(receipt.Kept, entry => entry is { Entity: "Order", Rule.Fields: [] });
        Assert.Equal(1, forThePayment.Rows);
        var payments = Assert.Single(receipt.Kept, entry => entry.Entity == "Payment");
        Assert.Equal((2, new DateOnly(2030, 3, 15)), (payments.Rows, payments.KeptUntil));
        Assert.DoesNotContain(receipt.Kept, entry => entry.Entity == "Customer");
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_second_run_changes_nothing(Provider provider)
    {
        await using var shop = await TestShop.OpenAsync(provider);
        await People.AddOthersAsync(shop);
        await People.AddAnaAsync(shop);
        await shop.AskAsync(privacy => privacy.EraseCustomerAsync(People.Ana));
        var once = await shop.SnapshotAsync();

        var receipt = await shop.AskAsync(privacy => privacy.EraseCustomerAsync(People.Ana));

        Assert.Equal(ErasureOutcome.NothingFound, receipt.Outcome);
        Assert.Empty(receipt.Entries);
        Assert.Equal(once, await shop.SnapshotAsync());
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_dry_run_tells_the_truth_and_writes_nothing(Provider provider)
    {
        await using var shop = await TestShop.OpenAsync(provider);
        await People.AddOthersAsync(shop);
        await People.AddAnaAsync(shop);
        var before = await shop.SnapshotAsync();

        var planned = await shop.AskAsync(privacy => privacy.EraseCustomerAsync(People.Ana, new(DryRun: true)));

        Assert.Equal(before, await shop.SnapshotAsync());
        var done = await shop.AskAsync(privacy => privacy.EraseCustomerAsync(People.Ana));
        Assert.True(planned.DryRun);
        Assert.Equal(Lines(done), Lines(planned));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_row_that_the_law_keeps_with_its_link_leaves_the_subject_an_empty_row(Provider provider)
    {
        await using var shop = await TestShop.OpenAsync(provider);
        await People.AddOthersAsync(shop);
        await shop.AddAsync(People.Person(People.Ana, "ana"));
        await shop.AddAsync(
            new SupportTicket { Id = 11, CustomerId = People.Ana, Text = "a question", ClosedAt = TestShop.Now.UtcDateTime.AddYears(-1) },
            new SupportTicket { Id = 12, CustomerId = People.Ana, Text = "ana again", ClosedAt = TestShop.Now.UtcDateTime.AddYears(-3) });

        var receipt = await shop.AskAsync(privacy => privacy.EraseCustomerAsync(People.Ana));

        var ana = Assert.Single(await shop.SnapshotAsync(), row => row.StartsWith("Customers", StringComparison.Ordinal)
            && row.Contains(People.Ana.ToString(), StringComparison.OrdinalIgnoreCase));
        Assert.Contains(" | Name= | ", ana, StringComparison.Ordinal);
        Assert.Contains(" | Email=null | ", ana, StringComparison.Ordinal);
        Assert.Contains(" | BirthDate=null | ", ana, StringComparison.Ordinal);
        Assert.Single(receipt.Kept, entry => entry is { Entity: "SupportTicket", Rows: 1 });
        var stub = Assert.Single(receipt.Kept, entry => entry.Entity == "Customer");
        Assert.Contains("SupportTicket", stub.Rule.Reason, StringComparison.Ordinal);

        var once = await shop.SnapshotAsync();
        var second = await shop.AskAsync(privacy => privacy.EraseCustomerAsync(People.Ana));
        Assert.All(second.Entries, entry => Assert.Equal(PrivacyAction.Kept, entry.Action));
        Assert.Equal(once, await shop.SnapshotAsync());
    }

    [Theory]
    [InlineData(Provider.Sqlite, false)]
    [InlineData(Provider.Sqlite, true)]
    [InlineData(Provider.PostgreSql, false)]
    [InlineData(Provider.PostgreSql, true)]
    public async Task A_legal_hold_refuses_it(Provider provider, bool onTicket)
    {
        await using var shop = await TestShop.OpenAsync(provider);
        await People.AddOthersAsync(shop);
        await People.AddAnaAsync(shop);
        await shop.ChangeAsync(async db =>
        {
            if (onTicket)
                (await db.Tickets.SingleAsync(ticket => ticket.CustomerId == People.Ana)).InCourt = true;
            else
                (await db.Customers.SingleAsync(customer => customer.Id == People.Ana)).OnLegalHold = true;
        });
        var before = await shop.SnapshotAsync();

        var receipt = await shop.AskAsync(privacy => privacy.EraseCustomerAsync(People.Ana));

        Assert.Equal(ErasureOutcome.RefusedByLegalHold, receipt.Outcome);
        var held = Assert.Single(receipt.Entries);
        Assert.Equal((onTicket ? "SupportTicket" : "Customer", PrivacyAction.Kept, 1), (held.Entity, held.Action, held.Rows));
        Assert.Equal(before, await shop.SnapshotAsync());
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_held_row_keeps_its_reference_to_somebody_else(Provider provider)
    {
        await using var shop = await TestShop.OpenAsync(provider);
        await People.AddOthersAsync(shop);
        await shop.ChangeAsync(async db =>
            (await db.Customers.SingleAsync(customer => customer.Id == People.Budi)).OnLegalHold = true);
        var before = await shop.SnapshotAsync();

        var receipt = await shop.AskAsync(privacy => privacy.EraseStaffMemberAsync(People.Sari));

        Assert.Equal(ErasureOutcome.RefusedByLegalHold, receipt.Outcome);
        Assert.Equal(("Order", 2), (Assert.Single(receipt.Entries).Entity, receipt.Entries[0].Rows));
        Assert.Equal(before, await shop.SnapshotAsync());
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Who_stood_at_the_till_leaves_the_customers_data_alone(Provider provider)
    {
        await using var shop = await TestShop.OpenAsync(provider);
        await People.AddOthersAsync(shop);
        var before = await shop.SnapshotAsync();

        var receipt = await shop.AskAsync(privacy => privacy.EraseStaffMemberAsync(People.Sari));

        Assert.Equal(
            before.Where(row => !row.StartsWith("Staff", StringComparison.Ordinal))
                .Select(row => row.Replace($"CashierId={Stored(People.Sari, row)}", "CashierId=null", StringComparison.Ordinal)
                    .Replace($"AddedById={Stored(People.Sari, row)}", "AddedById=null", StringComparison.Ordinal)),
            await shop.SnapshotAsync());
        Assert.Contains(receipt.Entries, entry => entry is { Entity: "Order", Action: PrivacyAction.Unlinked, Rows: 3 });
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task The_proof_notices_every_statement_that_is_left_out(Provider provider)
    {
        await using var shop = await TestShop.OpenAsync(provider);
        await People.AddOthersAsync(shop);
        var others = await shop.SnapshotAsync();
        await People.AddAnaAsync(shop);
        var before = await shop.SnapshotAsync();
        shop.Statements.Restart();
        await shop.AskAsync(privacy => privacy.EraseCustomerAsync(People.Ana, new(DryRun: true) { OneByOne = true }));
        var statements = shop.Statements.Effective.ToList();
        Assert.True(statements.Count >= 12, $"Only {statements.Count} statements changed something.");

        foreach (var (number, sql) in statements)
        {
            shop.Statements.Restart(skip: number);
            await using var db = shop.Connect();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var noticed = await Record.ExceptionAsync(async () =>
            {
                var receipt = await new ShopContextPrivacy(db, new FixedTime(TestShop.Now.ToUniversalTime())).EraseCustomerAsync(
                    People.Ana, new() { OneByOne = true });
                await transaction.CommitAsync();
                Prove(others, before, await shop.SnapshotAsync(), receipt);
            });
            Assert.True(noticed is not null, "Nothing noticed that this was left out:\n" + sql);

            // Begin again: what was erased, and what was left, goes; then Ana comes back.
            shop.Statements.Restart();
            await transaction.DisposeAsync();
            await ResetAsync(shop);
        }
    }

    [Fact]
    public async Task It_joins_the_callers_transaction()
    {
        await using var shop = await TestShop.OpenAsync(Provider.Sqlite);
        await People.AddOthersAsync(shop);
        await People.AddAnaAsync(shop);
        var before = await shop.SnapshotAsync();
        await using (var db = shop.Connect())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var privacy = new ShopContextPrivacy(db, new FixedTime(TestShop.Now.ToUniversalTime()));
            await privacy.EraseCustomerAsync(People.Ana, new(DryRun: true));
            Assert.True(await db.Customers.AnyAsync(customer => customer.Id == People.Ana));
            await privacy.EraseCustomerAsync(People.Ana);
            Assert.False(await db.Customers.AnyAsync(customer => customer.Id == People.Ana));
            await transaction.RollbackAsync();
        }

        Assert.Equal(before, await shop.SnapshotAsync());
    }

    [Fact]
    public async Task It_refuses_a_context_with_unsaved_changes_and_forgets_what_it_tracked()
    {
        await using var shop = await TestShop.OpenAsync(Provider.Sqlite);
        await People.AddOthersAsync(shop);
        await using var db = shop.Connect();
        var privacy = new ShopContextPrivacy(db, new FixedTime(TestShop.Now.ToUniversalTime()));
        var budi = await db.Customers.SingleAsync(customer => customer.Id == People.Budi);
        budi.Name = "changed";
        await Assert.ThrowsAsync<InvalidOperationException>(() => privacy.EraseCustomerAsync(People.Budi));

        await db.SaveChangesAsync();
        await privacy.EraseCustomerAsync(People.Budi);
        Assert.Empty(db.ChangeTracker.Entries());
    }

    [Fact]
    public async Task Nobody_is_found_under_an_unknown_key()
    {
        await using var shop = await TestShop.OpenAsync(Provider.Sqlite);
        await People.AddOthersAsync(shop);
        var before = await shop.SnapshotAsync();

        var receipt = await shop.AskAsync(privacy => privacy.EraseCustomerAsync(People.Ana));

        Assert.Equal(ErasureOutcome.NothingFound, receipt.Outcome);
        Assert.Equal(before, await shop.SnapshotAsync());
    }

    /// <summary>
    /// No trace of Ana but the rows that the law keeps, which do not name her; all else as it was without her; and the
    /// receipt counts what went, table by table (a cascade of the database's own would go uncounted).
    /// </summary>
    private static void Prove(
        IReadOnlyList<string> others, IReadOnlyList<string> before, IReadOnlyList<string> after, ErasureReceipt receipt)
    {
        Assert.Equal(
            PerTable(before).Select(table => table.Value - PerTable(after).GetValueOrDefault(table.Key)).Where(gone => gone > 0).Order(),
            receipt.Entries.Where(entry => entry.Action == PrivacyAction.Erased)
                .GroupBy(entry => entry.Entity).Select(entity => entity.Sum(entry => entry.Rows)).Order());
        Assert.DoesNotContain(after, row => row.Contains("ana", StringComparison.OrdinalIgnoreCase)
            || row.Contains(People.Ana.ToString(), StringComparison.OrdinalIgnoreCase));
        var kept = after.Where(row => KeptRows.Any(key => row.StartsWith(key, StringComparison.Ordinal))).ToList();
        Assert.Equal(KeptRows.Length, kept.Count);
        Assert.Equal(others, after.Except(kept));
        Assert.Contains(kept, row => row.StartsWith("Orders | Id=11 |", StringComparison.Ordinal) && row.Contains("Number=2026-11", StringComparison.Ordinal));
        Assert.Contains(kept, row => row.StartsWith("Orders | Id=14 |", StringComparison.Ordinal) && row.Contains("Number= |", StringComparison.Ordinal));
    }

    private static Dictionary<string, int> PerTable(IEnumerable<string> rows) =>
        rows.GroupBy(row => row.Split(' ')[0]).ToDictionary(table => table.Key, table => table.Count());

    private static async Task ResetAsync(TestShop shop)
    {
        await shop.ChangeAsync(async db =>
        {
            await db.Database.EnsureDeletedAsync();
            await db.Database.EnsureCreatedAsync();
        });
        await People.AddOthersAsync(shop);
        await People.AddAnaAsync(shop);
    }

    private static IEnumerable<(string, PrivacyAction, string, int, DateOnly?)> Lines(ErasureReceipt receipt) =>
        receipt.Entries.Select(entry => (entry.Entity, entry.Action, entry.Rule.Reason, entry.Rows, entry.KeptUntil));

    private static string Stored(Guid id, string row) =>
        row.Contains(id.ToString(), StringComparison.Ordinal) ? id.ToString() : id.ToString().ToUpperInvariant();
}
