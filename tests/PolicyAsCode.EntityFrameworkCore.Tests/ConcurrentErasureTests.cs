using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
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

    /// <summary>
    /// Whoever is told that their hold stands has not placed it on somebody whose erasure commits afterwards: it is placed
    /// before the erasure's last look, or when the erasure is over.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_hold_is_not_placed_between_the_last_look_and_the_commit(bool isInside)
    {
        await using var database = await NodesDatabase.OpenAsync(Provider.PostgreSql, SeedAsync);
        var gate = new BeforeCommit();
        await using var db = database.Connect(gate);
        await using var own = isInside ? await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken) : null;
        var erasing = EraseAsync();
        await gate.Reached;
        var placing = PlaceAsync(database, People.Ana);
        await using (var other = database.Connect())
            await PostgresWaits.UntilOneWaitsAsync(other, placing);
        // Of anybody else nobody waits.
        await PlaceAsync(database, People.Budi);
        gate.Open();

        Assert.Equal(ErasureOutcome.Erased, (await erasing).Outcome);
        await placing;

        async Task<ErasureReceipt> EraseAsync()
        {
            var receipt = await new NodesContextPrivacy(db, new FixedTime(s_now))
                .EraseCustomerAsync(People.Ana, cancel: TestContext.Current.CancellationToken);
            if (own is not null)
                await own.CommitAsync(TestContext.Current.CancellationToken);
            return receipt;
        }
    }

    /// <summary>
    /// The last look waits for a hold that is about to be placed, under either name of a kind; also where no row is found any
    /// more, and only keys and names would go.
    /// </summary>
    [Theory]
    [InlineData("customer", ErasureOutcome.Erased)]
    [InlineData("customer/Guest", ErasureOutcome.Erased)]
    [InlineData("customer", ErasureOutcome.NothingFound)]
    [InlineData("customer/Guest", ErasureOutcome.NothingFound)]
    public async Task The_last_look_waits_for_a_hold_that_is_about_to_be_placed(string held, ErasureOutcome outcome)
    {
        await using var database = await NodesDatabase.OpenAsync(Provider.PostgreSql, SeedAsync);
        var gate = new BeforeCommit();
        await using var lawyer = database.Connect(gate);
        var placing = LegalHolds.PlaceAsync(
            lawyer, new PrivacyHold(Guid.CreateVersion7(), held, "7", "a lawsuit", s_now.AddDays(-1), null), TestContext.Current.CancellationToken);
        await gate.Reached;
        await using var db = database.Connect();
        var erasing = ErasureRun.RunAsync(
            db, RetentionCalendar.In("UTC"), s_now, "customer/Guest", "7", null, (_, _) => Task.FromResult(outcome),
            TestContext.Current.CancellationToken);
        await using (var other = database.Connect())
            await PostgresWaits.UntilOneWaitsAsync(other, erasing);
        gate.Open();
        await placing;
        Assert.Equal(ErasureOutcome.RefusedByLegalHold, (await erasing).Outcome);
    }

    /// <summary>The row is gone, by a sweep say; the name in the trail is what a hold keeps then.</summary>
    [Fact]
    public async Task A_hold_that_is_placed_meanwhile_keeps_the_name_of_who_is_not_found()
    {
        await using var database = await NodesDatabase.OpenAsync(Provider.PostgreSql, db =>
        {
            db.Add(new PrivacyAuditPerson
            {
                Pseudonym = "ana", Kind = "customer", SubjectId = AuditText.Key(People.Ana.ToString()), Salt = [1], Since = s_now,
            });
            return Task.CompletedTask;
        });
        await using var db = database.Connect();
        var receipt = await ErasureRun.RunAsync(
            db, RetentionCalendar.In("UTC"), s_now, "customer", People.Ana.ToString(), null,
            async (_, _) =>
            {
                await PlaceAsync(database, People.Ana);
                return ErasureOutcome.NothingFound;
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(ErasureOutcome.RefusedByLegalHold, receipt.Outcome);
        Assert.Equal(nameof(PrivacyHold), Assert.Single(receipt.Entries).Entity);
        Assert.Equal(1, await db.Set<PrivacyAuditPerson>().CountAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Of a database of which nothing is known but the standard, only a serializable transaction keeps holds out.</summary>
    [Theory]
    [InlineData(System.Data.IsolationLevel.ReadCommitted, false)]
    [InlineData(System.Data.IsolationLevel.RepeatableRead, false)]
    [InlineData(System.Data.IsolationLevel.Serializable, true)]
    public async Task On_another_database_the_callers_transaction_is_serializable(System.Data.IsolationLevel isolation, bool isAccepted)
    {
        await using var database = await NodesDatabase.OpenAsync(Provider.PostgreSql, SeedAsync);
        await using var db = new NodesContext(database.Configure(new DbContextOptionsBuilder<NodesContext>())
            .ReplaceService<IDatabaseProvider, AnotherDatabase>().Options);
        Assert.Equal("Another.Database", db.Database.ProviderName);
        await using var own = await db.Database.BeginTransactionAsync(isolation, TestContext.Current.CancellationToken);
        var erasing = new NodesContextPrivacy(db, new FixedTime(s_now)).EraseCustomerAsync(People.Ana, cancel: TestContext.Current.CancellationToken);
        if (isAccepted)
            Assert.Equal(ErasureOutcome.Erased, (await erasing).Outcome);
        else
            Assert.Contains(
                nameof(System.Data.IsolationLevel.Serializable),
                (await Assert.ThrowsAsync<InvalidOperationException>(() => erasing)).Message, StringComparison.Ordinal);
    }

    private sealed class AnotherDatabase(DatabaseProviderDependencies dependencies)
        : DatabaseProvider<Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal.NpgsqlOptionsExtension>(dependencies)
    {
        public override string Name => "Another.Database";
    }

    /// <summary>Under a snapshot of before a hold is not seen, however often somebody looks.</summary>
    [Theory]
    [InlineData(System.Data.IsolationLevel.RepeatableRead)]
    [InlineData(System.Data.IsolationLevel.Serializable)]
    public async Task An_erasure_that_could_not_see_a_later_hold_is_refused(System.Data.IsolationLevel isolation)
    {
        await using var database = await NodesDatabase.OpenAsync(Provider.PostgreSql, SeedAsync);
        var before = await database.SnapshotAsync();
        await using (var db = database.Connect())
        {
            await using var own = await db.Database.BeginTransactionAsync(isolation, TestContext.Current.CancellationToken);
            var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => new NodesContextPrivacy(db, new FixedTime(s_now))
                .EraseCustomerAsync(People.Ana, cancel: TestContext.Current.CancellationToken));
            Assert.Contains(nameof(System.Data.IsolationLevel.ReadCommitted), refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, await database.SnapshotAsync());
    }

    [Fact]
    public async Task A_hold_on_SQLite_is_placed_before_an_erasure_begins_or_after_it_has_ended()
    {
        await using var database = await NodesDatabase.OpenAsync(Provider.Sqlite, SeedAsync);
        var gate = new BeforeCommit();
        await using var db = database.Connect(gate);
        var erasing = new NodesContextPrivacy(db, new FixedTime(s_now)).EraseCustomerAsync(People.Ana, cancel: TestContext.Current.CancellationToken);
        await gate.Reached;
        var placing = Task.Run(() => PlaceAsync(database, People.Ana));
        Assert.NotSame(placing, await Task.WhenAny(placing, Task.Delay(500, TestContext.Current.CancellationToken)));
        gate.Open();
        Assert.Equal(ErasureOutcome.Erased, (await erasing).Outcome);
        await placing;
    }

    private static async Task PlaceAsync(NodesDatabase database, Guid person)
    {
        await using var db = database.Connect();
        await LegalHolds.PlaceAsync(
            db, new PrivacyHold(Guid.CreateVersion7(), "customer", person.ToString(), "a lawsuit", s_now.AddDays(-1), null),
            TestContext.Current.CancellationToken);
    }

    /// <summary>Holds a transaction up before it commits.</summary>
    private sealed class BeforeCommit : DbTransactionInterceptor
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task.WaitAsync(TimeSpan.FromMinutes(1));

        public void Open() => _open.SetResult();

        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
            System.Data.Common.DbTransaction transaction, TransactionEventData eventData, InterceptionResult result,
            CancellationToken cancellationToken = default)
        {
            _reached.TrySetResult();
            await _open.Task.WaitAsync(TimeSpan.FromMinutes(1), cancellationToken);
            return result;
        }
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

    /// <summary>The sweep has cut what referred to the rows; what has come since must not go with them, down the reference.</summary>
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_sweep_leaves_what_was_hung_on_a_row_of_the_same_table_meanwhile(Provider provider)
    {
        await using var database = await NodesDatabase.OpenAsync(provider, _ => Task.CompletedTask);
        await using var db = new TreeContext(database.Configure(new DbContextOptionsBuilder<TreeContext>()).Options);
        await db.Database.ExecuteSqlRawAsync(db.GetService<IRelationalDatabaseCreator>().GenerateCreateScript(), TestContext.Current.CancellationToken);
        db.AddRange(Enumerable.Range(1, 2000).Select(id => new Branch { Id = id, IsExpired = true }));
        db.AddRange(
            new Branch { Id = 2001, ParentId = 1 }, new Branch { Id = 2002, ParentId = 2001 }, new Branch { Id = 2003, ParentId = 2003 },
            new Branch { Id = 2004, ParentId = 2, IsExpired = true });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        var report = await SweepRun.RunAsync(
            db, RetentionCalendar.In("UTC"), TimeProvider.System, new SweepOptions(BatchSize: 1500),
            [
                (run, cancel) => run.EraseAsync(
                    new("Branch", PrivacyAction.Erased, [], "a test", [], ""),
                    db.Branches.Where(branch => branch.IsExpired).OrderByDescending(branch => branch.Id), cancel),
            ],
            TestContext.Current.CancellationToken);

        Assert.Equal(2001, Assert.Single(report.Entries).Rows);
        Assert.Equal([(2001, null), (2002, 2001), (2003, (int?)2003)], (await db.Branches.AsNoTracking().OrderBy(branch => branch.Id)
            .ToListAsync(TestContext.Current.CancellationToken)).Select(branch => (branch.Id, branch.ParentId)));
    }

    private sealed class TreeContext(DbContextOptions<TreeContext> options) : DbContext(options)
    {
        public DbSet<Branch> Branches => Set<Branch>();

        protected override void OnModelCreating(ModelBuilder model)
        {
            model.Entity<Branch>().Property(branch => branch.Id).ValueGeneratedNever();
            model.Entity<Branch>().HasOne<Branch>().WithMany().HasForeignKey(branch => branch.ParentId).OnDelete(DeleteBehavior.Cascade);
        }
    }

    private sealed class Branch
    {
        public int Id { get; init; }

        public int? ParentId { get; init; }

        public bool IsExpired { get; init; }
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
