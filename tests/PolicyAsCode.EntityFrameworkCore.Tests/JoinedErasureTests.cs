using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests;

/// <summary>An erasure sends together what can go together, and says and does what it does one by one.</summary>
public sealed class JoinedErasureTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task It_does_and_says_the_same_as_one_by_one(Provider provider)
    {
        var (joined, joinedRows) = await EraseAsync(provider, new());
        var (single, singleRows) = await EraseAsync(provider, new() { OneByOne = true });
        Assert.Equal(Said(single), Said(joined));
        Assert.Equal(singleRows, joinedRows);
        Assert.Contains(joined.Entries, entry => entry is { Action: PrivacyAction.Kept, KeptUntil: not null });
    }

    /// <summary>Compiled for the first of all, it is run with the key of each.</summary>
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Nobody_elses_key_stays_in_a_compiled_statement(Provider provider)
    {
        await using var shop = await TestShop.OpenAsync(provider);
        await People.AddOthersAsync(shop);
        await People.AddAnaAsync(shop);
        await shop.AskAsync(privacy => privacy.EraseCustomerAsync(People.Ana, new(DryRun: true)));
        var budi = await shop.AskAsync(privacy => privacy.EraseCustomerAsync(People.Budi));
        Assert.Equal(ErasureOutcome.Erased, budi.Outcome);
        await using var db = shop.Connect();
        var named = await db.Customers.IgnoreQueryFilters().Where(customer => customer.Email != null && customer.Email != "")
            .Select(customer => customer.Id).ToListAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(People.Budi, named); // his row stays for his ticket, and says nothing of him
        Assert.Contains(People.Ana, named);
    }

    /// <summary>What the last of them has to say comes behind all results, and takes all of them back.</summary>
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task What_fails_among_others_takes_all_of_them_back(Provider provider)
    {
        await using var shop = await TestShop.OpenAsync(provider);
        await People.AddOthersAsync(shop);
        await People.AddAnaAsync(shop);
        await using (var db = shop.Connect())
            foreach (var statement in provider == Provider.Sqlite
                ? (string[])["CREATE TRIGGER refuse AFTER DELETE ON \"Customers\" BEGIN SELECT RAISE(ABORT, 'refused'); END"]
                :
                [
                    "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$",
                    "CREATE TRIGGER refuse AFTER DELETE ON \"Customers\" FOR EACH ROW EXECUTE FUNCTION refuse()",
                ])
                await db.Database.ExecuteSqlRawAsync(statement, TestContext.Current.CancellationToken);
        var before = await shop.SnapshotAsync();
        var failed = await Assert.ThrowsAnyAsync<DbException>(() => shop.AskAsync(privacy => privacy.EraseCustomerAsync(People.Ana)));
        Assert.Contains("refused", failed.Message, StringComparison.Ordinal);
        Assert.Equal(before, await shop.SnapshotAsync());
    }

    private static async Task<(ErasureReceipt Receipt, IReadOnlyList<string> Rows)> EraseAsync(Provider provider, ErasureOptions options)
    {
        await using var shop = await TestShop.OpenAsync(provider);
        await People.AddOthersAsync(shop);
        await People.AddAnaAsync(shop);
        var receipt = await shop.AskAsync(privacy => privacy.EraseCustomerAsync(People.Ana, options));
        Assert.Equal(ErasureOutcome.Erased, receipt.Outcome);
        return (receipt, await shop.SnapshotAsync());
    }

    private static IEnumerable<string> Said(ErasureReceipt receipt) => receipt.Entries.Select(entry =>
        FormattableString.Invariant($"{entry.Entity} {entry.Action} {entry.Rows} {entry.KeptUntil:O} {string.Join(",", entry.Rule.Fields)} {entry.Rule.Reason}"));
}
