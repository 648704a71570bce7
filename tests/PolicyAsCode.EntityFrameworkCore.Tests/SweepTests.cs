using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;
using PolicyAsCode.EntityFrameworkCore.Tests.Shop;

namespace PolicyAsCode.EntityFrameworkCore.Tests;

/// <summary>The generated sweep, on real databases.</summary>
public sealed class SweepTests
{
    private static DateTimeOffset Now => TestShop.Now;

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task What_has_not_expired_stays_as_it_is(Provider provider)
    {
        await using var shop = await TestShop.OpenAsync(provider);
        await AddYoungAsync(shop);
        var before = await shop.SnapshotAsync();

        var report = await shop.AskAsync(privacy => privacy.SweepAsync());

        Assert.Equal(0, report.RowsChanged);
        Assert.Equal(before, await shop.SnapshotAsync());
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task What_has_expired_goes_and_nothing_else_changes(Provider provider)
    {
        await using var shop = await TestShop.OpenAsync(provider);
        await AddYoungAsync(shop);
        var young = await shop.SnapshotAsync();
        await AddOldAsync(shop);

        await shop.AskAsync(privacy => privacy.SweepAsync(new(BatchSize: 2)));

        Prove(young, await shop.SnapshotAsync());
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_dry_run_counts_what_the_run_changes_and_writes_nothing(Provider provider)
    {
        await using var shop = await TestShop.OpenAsync(provider);
        await AddYoungAsync(shop);
        await AddOldAsync(shop);
        var before = await shop.SnapshotAsync();

        var planned = await shop.AskAsync(privacy => privacy.SweepAsync(new(DryRun: true)));

        Assert.Equal(before, await shop.SnapshotAsync());
        var done = await shop.AskAsync(privacy => privacy.SweepAsync(new(BatchSize: 3)));
        Assert.Equal(
            done.Entries.Select(entry => (entry.Entity, entry.Action, entry.Rule.Reason, entry.Rows)),
            planned.Entries.Select(entry => (entry.Entity, entry.Action, entry.Rule.Reason, entry.Rows)));
        Assert.True(done.RowsChanged > 20);
        Assert.Equal(2, done.RowsForReview);

        var after = await shop.SnapshotAsync();
        var again = await shop.AskAsync(privacy => privacy.SweepAsync());
        Assert.Equal(0, again.RowsChanged);
        Assert.Equal(after, await shop.SnapshotAsync());
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_maximum_ends_with_the_first_moment_of_its_last_day(Provider provider)
    {
        await using var shop = await TestShop.OpenAsync(provider);
        // Two years after any moment of 16 March 2024, Jakarta time, is 16 March 2026: it expires when that day begins.
        await shop.AddAsync(
            Buyer(1, People.Jakarta(2024, 3, 16)),
            Buyer(2, People.JustBefore(People.Jakarta(2024, 3, 17))),
            Buyer(3, People.Jakarta(2024, 3, 17)),
            Buyer(4, null));

        var begins = People.Jakarta(2026, 3, 16);
        Assert.Equal(0, (await shop.AskAsync(privacy => privacy.SweepAsync(), People.JustBefore(begins))).RowsChanged);
        await shop.AskAsync(privacy => privacy.SweepAsync(), begins);

        await using var db = shop.Connect();
        Assert.Equal([3, 4], (await db.Customers.ToListAsync()).Select(customer => (int)customer.Id.ToByteArray()[0]).Order());
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_minimum_ends_with_the_last_moment_of_its_last_day(Provider provider)
    {
        await using var shop = await TestShop.OpenAsync(provider);
        await shop.AddAsync(People.Person(People.Budi, "budi"), new StaffMember { Id = People.Sari });
        // Ten years after 29 February 2016 is 28 February 2026: that day still counts.
        await shop.AddAsync(
            People.Order(1, People.Budi, "budi", People.Jakarta(2016, 2, 29)),
            People.Order(2, People.Budi, "budi", People.JustBefore(People.Jakarta(2016, 3, 1))),
            People.Order(3, People.Budi, "budi", People.Jakarta(2016, 3, 1)));

        var ends = People.Jakarta(2026, 3, 1);
        await shop.AskAsync(privacy => privacy.SweepAsync(), People.JustBefore(ends));
        await using (var db = shop.Connect())
            Assert.Equal(3, await db.Orders.CountAsync(order => order.CustomerId == People.Budi));
        await shop.AskAsync(privacy => privacy.SweepAsync(), ends);
        await using (var db = shop.Connect())
            Assert.Equal([3], await db.Orders.Where(order => order.CustomerId == People.Budi).Select(order => order.Id).ToListAsync());
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_link_stays_as_long_as_something_counts_through_it(Provider provider)
    {
        await using var shop = await TestShop.OpenAsync(provider);
        await People.AddOthersAsync(shop);
        await shop.AddAsync(
            People.Order(41, People.Budi, "budi", Now.AddYears(-11)), People.Paid(41, 41, Now.AddYears(-1), "budi"),
            People.Order(42, People.Budi, "budi", Now.AddYears(-11)),
            new Payment { Id = 42, OrderId = 42, Reference = "pay-42", PayerNote = "for budi" });
        var planned = await shop.AskAsync(privacy => privacy.SweepAsync(new(DryRun: true)));
        var done = await shop.AskAsync(privacy => privacy.SweepAsync());
        Assert.Equal(planned.Entries.Select(entry => entry.Rows), done.Entries.Select(entry => entry.Rows));
        await using (var db = shop.Connect())
        {
            Assert.Equal(People.Budi, (await db.Orders.SingleAsync(order => order.Id == 41)).CustomerId);
            Assert.Null((await db.Orders.SingleAsync(order => order.Id == 42)).CustomerId);
        }

        // Budi, who bought ten days ago, has gone for two years: the name goes, and then the link.
        await shop.AskAsync(privacy => privacy.SweepAsync(), Now.AddYears(2));
        await using (var db = shop.Connect())
        {
            Assert.Null((await db.Payments.SingleAsync(payment => payment.Id == 41)).PayerName);
            Assert.Null((await db.Orders.SingleAsync(order => order.Id == 41)).CustomerId);
        }
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_legal_hold_stops_it_for_the_row_and_all_that_belongs_to_it(Provider provider)
    {
        await using var shop = await TestShop.OpenAsync(provider);
        await AddYoungAsync(shop);
        await AddOldAsync(shop);
        await shop.ChangeAsync(async db =>
        {
            foreach (var customer in await db.Customers.IgnoreQueryFilters().ToListAsync())
                customer.OnLegalHold = true;
        });
        var before = await shop.SnapshotAsync();

        await shop.AskAsync(privacy => privacy.SweepAsync());

        // Held are all but what belongs to no customer (order 19 and its line), and the staff, whose row must stay for
        // the sake of a held order.
        var after = await shop.SnapshotAsync();
        Assert.Equal(
            ["orderlines | id=19", "orders | id=19", "staff | id=ffffffff"],
            before.Except(after).Select(row => string.Join(" | ", row.ToLowerInvariant().Split(" | ")[..2]).Split('-')[0])
                .Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task The_proof_notices_every_statement_that_is_left_out(Provider provider)
    {
        await using var shop = await TestShop.OpenAsync(provider);
        await AddYoungAsync(shop);
        var young = await shop.SnapshotAsync();
        await AddOldAsync(shop);
        shop.Statements.Restart();
        var planned = await shop.AskAsync(privacy => privacy.SweepAsync(new(DryRun: true)));
        var whole = await RunAsync(null);
        Prove(young, whole.After);
        var statements = shop.Statements.Effective.ToList();
        Assert.True(statements.Count >= 10, $"Only {statements.Count} statements changed something.");

        foreach (var (number, sql) in statements)
        {
            var noticed = await Record.ExceptionAsync(async () =>
            {
                var (report, after) = await RunAsync(number);
                Prove(young, after);
                Assert.Equal(planned.Entries.Select(entry => entry.Rows), report.Entries.Select(entry => entry.Rows));
            });
            Assert.True(noticed is not null, "Nothing noticed that this was left out:\n" + sql);
        }

        async Task<(SweepReport Report, IReadOnlyList<string> After)> RunAsync(int? skip)
        {
            shop.Statements.Restart();
            await shop.ChangeAsync(async db =>
            {
                await db.Database.EnsureDeletedAsync();
                await db.Database.EnsureCreatedAsync();
            });
            await AddYoungAsync(shop);
            await AddOldAsync(shop);
            shop.Statements.Restart(skip);
            var report = await shop.AskAsync(privacy => privacy.SweepAsync());
            return (report, await shop.SnapshotAsync());
        }
    }

    [Fact]
    public async Task It_stops_between_batches_when_asked()
    {
        await using var shop = await TestShop.OpenAsync(Provider.Sqlite);
        await AddYoungAsync(shop);
        await AddOldAsync(shop);
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => shop.AskAsync(privacy => privacy.SweepAsync(cancel: cancel.Token)));
    }

    [Fact]
    public void A_batch_holds_one_row_at_least() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SweepOptions(BatchSize: 0));

    /// <summary>Rows whose time is not over, in every table.</summary>
    private static async Task AddYoungAsync(TestShop shop)
    {
        await People.AddOthersAsync(shop);
        await shop.ChangeAsync(async db =>
        {
            // Nothing of theirs is over: their orders are a month old.
            db.RemoveRange(await db.Orders.Where(order => order.Id == 22).ToListAsync());
            await db.SaveChangesAsync();
            await db.Orders.ExecuteUpdateAsync(set => set.SetProperty(order => order.PlacedAt, Now.AddDays(-30).ToUniversalTime()));
        });
    }

    /// <summary>Rows whose time is over, all of them in some way.</summary>
    private static async Task AddOldAsync(TestShop shop)
    {
        var longAgo = Now.AddYears(-11).ToUniversalTime();
        var old = People.Person(People.Ana, "ana");
        await shop.AddAsync(
            new Customer
            {
                Id = People.Ana, Name = old.Name, Email = old.Email, BirthDate = old.BirthDate, RegisteredOn = new(2014, 1, 1),
                LastPurchaseAt = longAgo,
            },
            // Expired, but an order that the law keeps refers to it: an empty row stays.
            new Customer
            {
                Id = Guid.Parse("eeeeeeee-0000-4000-8000-00000000000e"), Name = "emir", Email = "emir@example.org",
                BirthDate = new(1980, 1, 1), RegisteredOn = new(2014, 1, 1), LastPurchaseAt = Now.AddYears(-3).ToUniversalTime(), IsHidden = true,
            },
            new StaffMember { Id = Guid.Parse("ffffffff-0000-4000-8000-00000000000f"), Name = "fajar", EndedOn = new(2026, 2, 13) },
            new Product { Id = 2, Title = "Rice", AddedById = Guid.Parse("ffffffff-0000-4000-8000-00000000000f") });
        await shop.AddAsync(
            People.Order(11, People.Ana, "ana", longAgo), People.Line(11, 11, "ana"), People.Paid(11, 11, longAgo, "ana"), People.Paid(12, 11, Now.AddYears(-1), "ana"),
            People.Order(12, People.Ana, "ana", longAgo), People.Line(12, 12, "ana"),
            People.Order(19, null, "ana", longAgo), People.Line(19, 19, "ana"),
            People.Order(15, Guid.Parse("eeeeeeee-0000-4000-8000-00000000000e"), "emir", Now.AddYears(-3)),
            new Feedback { Id = 11, CustomerId = People.Ana, Comment = "ana likes it", GivenOn = new(2025, 3, 15) },
            new Feedback { Id = 12, CustomerId = People.Ana, Comment = "ana again", GivenOn = new(2025, 3, 14), AnswerToId = 11 },
            new SupportTicket { Id = 11, CustomerId = People.Ana, Text = "ana asks", ClosedAt = longAgo.UtcDateTime },
            new LoyaltyCard { Id = 11, CustomerId = People.Ana }, new LoyaltyStamp { CardId = 11, Number = 1 },
            new Visit { Id = 12, CustomerId = People.Budi, Page = "/long-ago", At = longAgo, Remark = "ana was here", RemarkedAt = longAgo },
            new Visit { Id = 13, CustomerId = People.Budi, Page = "/just-over", At = People.JustBefore(People.Jakarta(2025, 9, 16)), Remark = "so was emir", RemarkedAt = Now.AddDays(-100).ToUniversalTime() });
        await shop.ChangeAsync(async db =>
        {
            (await db.Set<Campaign>().SingleAsync()).LastCustomerId = People.Ana;
            (await db.Feedback.SingleAsync(feedback => feedback.CustomerId == People.Budi)).AnswerToId = 11;
            var order = await db.Orders.SingleAsync(order => order.Id == 11);
            order.CashierId = Guid.Parse("ffffffff-0000-4000-8000-00000000000f");
        });
    }

    private static void Prove(IReadOnlyList<string> young, IReadOnlyList<string> after)
    {
        Assert.DoesNotContain(after, row => row.Contains("ana", StringComparison.OrdinalIgnoreCase)
            || row.Contains("emir", StringComparison.Ordinal) || row.Contains("fajar", StringComparison.Ordinal)
            || row.Contains(People.Ana.ToString(), StringComparison.OrdinalIgnoreCase)
            || row.Contains("ffffffff", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(young.Except(after));
        Assert.Equal(
            ["Customers", "OrderLines:11", "OrderLines:12", "OrderLines:19", "Orders:11", "Orders:12", "Orders:15", "Orders:19",
                "Payments:12", "Products:2", "Visits:12", "Visits:13"],
            after.Except(young).Select(Name).Order(StringComparer.Ordinal));
        var anonymised = after.Where(row => row.StartsWith("Orders | Id=1", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, anonymised.Count(row => row.Contains("CustomerId=null", StringComparison.Ordinal)));
        Assert.Single(anonymised, row => row.Contains("CustomerId=eeeeeeee", StringComparison.OrdinalIgnoreCase));

        static string Name(string row)
        {
            var parts = row.Split(" | ");
            return parts[0] == "Customers" ? parts[0] : $"{parts[0]}:{parts[1][3..]}";
        }
    }

    private static Customer Buyer(byte number, DateTimeOffset? lastPurchase) => new()
    {
        Id = new Guid([number, .. new byte[15]]), Name = "somebody", RegisteredOn = new(2014, 1, 1), LastPurchaseAt = lastPurchase,
    };
}
