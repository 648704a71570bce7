using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;
using PolicyAsCode.EntityFrameworkCore.Tests.Shop;

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

    /// <summary>It may know what is deleted by being told of each <c>ExecuteDelete</c>, and would fall silent.</summary>
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task An_auditor_of_the_applications_own_sees_each_by_itself(Provider provider)
    {
        var (auditor, onlooker) = (new Auditor(), new Onlooker());
        await using var shop = await TestShop.OpenAsync(provider);
        await People.AddOthersAsync(shop);
        await People.AddAnaAsync(shop);
        foreach (var one in (IInterceptor[])[auditor, onlooker])
        {
            await using var db = shop.ConnectWith(one);
            await Privacy(db).EraseCustomerAsync(People.Ana, new(DryRun: true));
        }

        Assert.True(auditor.Changes > 5, $"{auditor.Changes} changes were seen.");
        // On SQLite, where to go together gains nothing, everybody does.
        Assert.Equal(provider == Provider.Sqlite ? auditor.Changes : 0, onlooker.Changes);
    }

    /// <summary>What may take thirty seconds by itself may do so among others, and what comes after the erasure has its own time again.</summary>
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Together_they_have_the_time_that_they_have_one_by_one(Provider provider)
    {
        var onlooker = new Onlooker();
        await using var shop = await TestShop.OpenAsync(provider);
        await People.AddOthersAsync(shop);
        await People.AddAnaAsync(shop);
        await using var db = shop.ConnectWith(onlooker);
        db.Database.SetCommandTimeout(7);
        await Privacy(db).EraseCustomerAsync(People.Ana, new(DryRun: true));
        Assert.True(provider == Provider.Sqlite ? onlooker.Seconds >= 7 : onlooker.Seconds >= 10 * 7, $"They had {onlooker.Seconds} s.");
        Assert.Equal(0, onlooker.Seconds % 7);
        Assert.Equal(7, db.Database.GetCommandTimeout());
    }

    private static ShopContextPrivacy Privacy(ShopContext db) => new(db, new FixedTime(TestShop.Now.ToUniversalTime()));

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

    private class Onlooker : DbCommandInterceptor
    {
        public int Changes { get; private set; }

        /// <summary>The longest time that a command had.</summary>
        public int Seconds { get; private set; }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (eventData.CommandSource is CommandSource.ExecuteDelete or CommandSource.ExecuteUpdate)
                Changes++;
            return new(result);
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Seconds = Math.Max(Seconds, command.CommandTimeout);
            return new(result);
        }
    }

    [Audits]
    private sealed class Auditor : Onlooker;
}
