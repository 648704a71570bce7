using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;
using PolicyAsCode.EntityFrameworkCore.Tests.Shop;
using PolicyAsCode.EntityFrameworkCore.Tests.Sweeps;

namespace PolicyAsCode.EntityFrameworkCore.Tests;

/// <summary>What others do while an erasure or a sweep waits for their locks.</summary>
public sealed class ConcurrentErasureTests
{
    private static readonly DateTimeOffset s_now = TestShop.Now.ToUniversalTime();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_hold_that_is_placed_while_the_erasure_waits_is_heeded(bool isInside)
    {
        await using var database = await NodesDatabase.OpenAsync(Provider.PostgreSql, SeedAsync);
        var before = await database.SnapshotAsync();
        await using var lawyer = database.Connect();
        await using var placing = await lawyer.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await lawyer.Database.ExecuteSqlRawAsync("SELECT 1 FROM \"Customers\" FOR UPDATE", TestContext.Current.CancellationToken);
        lawyer.Add(new PrivacyHold(Guid.CreateVersion7(), "customer", People.Ana.ToString(), "a lawsuit", s_now.AddDays(-1), null));
        await lawyer.SaveChangesAsync(TestContext.Current.CancellationToken);

        await using var db = database.Connect();
        await using var own = isInside ? await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken) : null;
        var erasing = new NodesContextPrivacy(db, new FixedTime(s_now))
            .EraseCustomerAsync(People.Ana, cancel: TestContext.Current.CancellationToken);
        await using (var other = database.Connect())
            await PostgresWaits.UntilOneWaitsAsync(other, erasing);
        await placing.CommitAsync(TestContext.Current.CancellationToken);
        var receipt = await erasing;
        if (own is not null)
            await own.CommitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(ErasureOutcome.RefusedByLegalHold, receipt.Outcome);
        Assert.Equal(nameof(PrivacyHold), Assert.Single(receipt.Entries).Entity);
        Assert.Equal(before, await database.SnapshotAsync());
    }

    [Fact]
    public async Task A_sweep_leaves_a_row_that_somebody_began_to_refer_to_while_it_waited()
    {
        await using var database = await NodesDatabase.OpenAsync(Provider.PostgreSql, db =>
        {
            db.AddRange(
                new Order { Id = 1, PlacedAt = s_now.AddYears(-9) }, new Order { Id = 2, PlacedAt = s_now.AddYears(-9) },
                new Product { Id = 1 });
            return Task.CompletedTask;
        });
        await using var shopper = database.Connect();
        await using var adding = await shopper.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        shopper.Add(new OrderLine { Id = 1, OrderId = 1, ProductId = 1 });
        await shopper.SaveChangesAsync(TestContext.Current.CancellationToken);

        await using var db = database.Connect();
        var sweeping = SweepRun.RunAsync(
            db, RetentionCalendar.In("UTC"), TimeProvider.System, null,
            [
                (run, cancel) => run.EraseAsync(
                    new("Order", PrivacyAction.Erased, [], "a test", [], ""),
                    db.Orders.Where(order => !db.OrderLines.Any(line => line.OrderId == order.Id)).OrderBy(order => order.Id), cancel),
            ],
            TestContext.Current.CancellationToken);
        await using (var other = database.Connect())
            await PostgresWaits.UntilOneWaitsAsync(other, sweeping);
        await adding.CommitAsync(TestContext.Current.CancellationToken);
        await sweeping;

        await using var after = database.Connect();
        Assert.Equal(1, await after.OrderLines.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal([1], await after.Orders.Select(order => order.Id).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Who_is_not_found_any_more_has_no_name_in_the_trail()
    {
        await using var database = await NodesDatabase.OpenAsync(Provider.Sqlite, db =>
        {
            foreach (var id in new[] { People.Ana, People.Budi })
                db.Add(new PrivacyAuditPerson
                {
                    Pseudonym = id.ToString("N"), Kind = "customer", SubjectId = AuditText.Key(id.ToString()), Salt = [1], Since = s_now,
                });
            return Task.CompletedTask;
        });
        await using var db = database.Connect();

        var receipt = await new NodesContextPrivacy(db, new FixedTime(s_now))
            .EraseCustomerAsync(People.Ana, cancel: TestContext.Current.CancellationToken);

        Assert.Equal(ErasureOutcome.NothingFound, receipt.Outcome);
        Assert.Equal([People.Budi.ToString()], await db.Set<PrivacyAuditPerson>().Select(person => person.SubjectId)
            .ToListAsync(TestContext.Current.CancellationToken));
    }

    private static Task SeedAsync(NodesContext db)
    {
        db.Add(new Customer { Id = People.Ana, Name = "ana", Email = "ana@mail.example" });
        return Task.CompletedTask;
    }
}
