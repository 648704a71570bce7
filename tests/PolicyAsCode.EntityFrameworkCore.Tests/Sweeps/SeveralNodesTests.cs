using System.Data.Common;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;
using PolicyAsCode.EntityFrameworkCore.Tests.Shop;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Sweeps;

/// <summary>What happens when more than one node sweeps the same database.</summary>
public sealed class SeveralNodesTests
{
    private static FixedTime Noon => new(TestShop.Now.ToUniversalTime());

    [Fact]
    public async Task Two_at_once_without_a_lease_change_each_row_once()
    {
        await using var database = await NodesDatabase.OpenAsync(Provider.PostgreSql, db => Population.AddOldAsync(db, 300));
        await using var whole = await database.CopyAsync();
        await using (var alone = whole.ConnectWithoutLeases())
            await new ShopContextPrivacy(alone, Noon).SweepAsync(new(BatchSize: 20));

        await using var first = database.ConnectWithoutLeases();
        await using var second = database.ConnectWithoutLeases();
        var reports = await Task.WhenAll(
            Task.Run(() => new ShopContextPrivacy(first, Noon).SweepAsync(new(BatchSize: 20))),
            Task.Run(() => new ShopContextPrivacy(second, Noon).SweepAsync(new(BatchSize: 20))));

        // Both had something to do, or this shows nothing.
        Assert.All(reports, report => Assert.True(report.RowsChanged > 100, $"{report.RowsChanged} rows"));
        var expected = await whole.SnapshotAsync();
        Assert.Equal(Changes(expected), Changes(await database.SnapshotAsync()));
        Assert.Equal(expected, await database.SnapshotAsync());
        Assert.Equal(Changes(expected).Count(), reports.Sum(report => report.RowsChanged));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task With_a_lease_one_sweeps_and_the_other_is_told_so(Provider provider)
    {
        await using var database = await NodesDatabase.OpenAsync(provider, db => Population.AddOldAsync(db, 60));
        await using var other = database.Connect();
        SweepReport? meanwhile = null;
        await using var db = database.Connect();
        var privacy = new NodesContextPrivacy(db, Noon);
        var told = new List<SweepProgress>();
        var report = await privacy.SweepAsync(new(BatchSize: 10)
        {
            Progress = new Each<SweepProgress>(progress =>
            {
                told.Add(progress);
                meanwhile ??= Task.Run(() => new NodesContextPrivacy(other, Noon).SweepAsync()).GetAwaiter().GetResult();
            }),
        });

        Assert.Equal(SweepOutcome.RunsElsewhere, meanwhile!.Outcome);
        Assert.Empty(meanwhile.Entries);
        Assert.Equal(SweepOutcome.Done, report.Outcome);
        Assert.Equal(report.RowsChanged, told[^1].TotalRows);
        Assert.All(told, progress => Assert.InRange(progress.Step, 1, progress.Steps));
        Assert.Equal(told.Select(progress => progress.TotalRows).Order(), told.Select(progress => progress.TotalRows));

        await using var look = database.Connect();
        var run = await look.Set<PrivacySweep>().SingleAsync();
        Assert.Equal(("NodesContext", SweepOutcome.Done), (run.Plan, run.Outcome));
        var batches = await look.Set<PrivacySweepBatch>().ToListAsync();
        Assert.Equal(report.RowsChanged, batches.Sum(batch => batch.Rows));
        Assert.Equal(
            report.Entries.Where(entry => entry.Rows > 0 && entry.Action != PrivacyAction.ForReview)
                .GroupBy(entry => (entry.Entity, entry.Action, entry.Rule.Reason)).Select(rule => (rule.Key, rule.Sum(entry => entry.Rows))).Order(),
            batches.GroupBy(batch => (batch.Entity, batch.Action, batch.Reason)).Select(rule => (rule.Key, rule.Sum(batch => batch.Rows))).Order());
        Assert.All(batches, batch => Assert.InRange(batch.Rows, 1, 10));
        Assert.Equal(SweepOutcome.Done, (await new NodesContextPrivacy(other, Noon).SweepAsync()).Outcome);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_node_that_slept_past_its_lease_changes_nothing_more(Provider provider)
    {
        await using var database = await NodesDatabase.OpenAsync(provider, db => Population.AddOldAsync(db, 30));
        var time = new ManualTime(TestShop.Now);
        await using var sleeper = database.Connect();
        await using var other = database.Connect();
        SweepReport? takenOver = null;
        var sinceThen = 0;
        var report = await new NodesContextPrivacy(sleeper, time).SweepAsync(new(BatchSize: 5)
        {
            Progress = new Each<SweepProgress>(_ =>
            {
                if (takenOver is not null)
                {
                    sinceThen++;
                    return;
                }

                // It sleeps for ten minutes; another node takes over and goes through.
                time.Advance(TimeSpan.FromMinutes(10));
                takenOver = Task.Run(() => new NodesContextPrivacy(other, time).SweepAsync()).GetAwaiter().GetResult();
                Task.Run(() => Population.AddLateAsync(database)).GetAwaiter().GetResult();
            }),
        });

        Assert.Equal(SweepOutcome.Done, takenOver!.Outcome);
        Assert.Equal(SweepOutcome.TakenOver, report.Outcome);
        Assert.Equal(0, sinceThen);
        await using var look = database.Connect();
        Assert.Equal(
            [SweepOutcome.Done, SweepOutcome.TakenOver],
            (await look.Set<PrivacySweep>().Select(run => run.Outcome).ToListAsync()).Order());
        // What came after the takeover is still there.
        Assert.Equal(1, await look.Customers.CountAsync(customer => customer.Name == "late"));
    }

    [Fact]
    public async Task A_row_that_stops_being_expired_while_the_batch_waits_for_it_is_left_alone()
    {
        await using var database = await NodesDatabase.OpenAsync(Provider.PostgreSql, db =>
        {
            db.Add(new Customer { Id = People.Ana, Name = "ana", RegisteredOn = new(2014, 1, 1), LastPurchaseAt = TestShop.Now.AddYears(-3).ToUniversalTime() });
            return Task.CompletedTask;
        });
        await using var buying = database.Connect();
        await using var purchase = await buying.Database.BeginTransactionAsync();
        await buying.Customers.ExecuteUpdateAsync(set => set.SetProperty(customer => customer.LastPurchaseAt, TestShop.Now.ToUniversalTime()));

        await using var db = database.Connect();
        var sweep = Task.Run(() => new NodesContextPrivacy(db, Noon).SweepAsync());
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.False(sweep.IsCompleted);
        await purchase.CommitAsync();

        await sweep;
        Assert.Equal("ana", (await database.Connect().Customers.SingleAsync()).Name);
    }

    [Fact]
    public async Task A_step_that_fails_does_not_keep_the_others_from_their_work()
    {
        await using var database = await NodesDatabase.OpenAsync(Provider.Sqlite, db => Population.AddOldAsync(db, 3));
        await using var whole = await database.CopyAsync();
        await using (var all = whole.Connect())
            await new NodesContextPrivacy(all, Noon).SweepAsync();
        var broken = new Broken("DELETE FROM \"Payments\"");
        await using var db = database.Connect(broken);
        var failed = await Assert.ThrowsAsync<SweepFailedException>(() => new NodesContextPrivacy(db, Noon).SweepAsync());
        Assert.Single(failed.Failures);
        Assert.True(failed.Report.RowsChanged > 3);
        Assert.Equal(SweepOutcome.Failed, (await db.Set<PrivacySweep>().SingleAsync()).Outcome);
        Assert.NotEqual(await whole.SnapshotAsync(), await database.SnapshotAsync());

        // What could not be deleted was emptied by a later step, and stays as a row about nobody.
        broken.IsMended = true;
        await new NodesContextPrivacy(db, Noon).SweepAsync();
        Assert.Equal(Rows(await whole.SnapshotAsync()), Rows(await database.SnapshotAsync()));
        Assert.Equal(0, await db.Payments.CountAsync(payment =>
            payment.PaidAt < TestShop.Now.AddYears(-6).ToUniversalTime()
            && (payment.Reference != null || payment.PayerName != null || payment.PayerNote != null)));
    }

    [Fact]
    public async Task An_open_transaction_is_refused_and_left_alone()
    {
        await using var database = await NodesDatabase.OpenAsync(Provider.Sqlite, db => Population.AddOldAsync(db, 3));
        await using var db = database.Connect();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => new NodesContextPrivacy(db, Noon).SweepAsync());
        Assert.True((await new NodesContextPrivacy(db, Noon).SweepAsync(new(DryRun: true))).RowsChanged > 3);
        await transaction.RollbackAsync();
    }

    [Fact]
    public async Task What_was_cancelled_goes_on_where_it_stopped()
    {
        await using var database = await NodesDatabase.OpenAsync(Provider.Sqlite, db => Population.AddOldAsync(db, 30));
        await using var whole = await database.CopyAsync();
        await using (var all = whole.Connect())
            await new NodesContextPrivacy(all, Noon).SweepAsync();
        await using var db = database.Connect();
        using var cancel = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new NodesContextPrivacy(db, Noon).SweepAsync(
            new(BatchSize: 7) { Progress = new Each<SweepProgress>(progress => { if (progress.TotalRows > 20) cancel.Cancel(); }) }, cancel.Token));
        Assert.Equal(SweepOutcome.Cancelled, (await db.Set<PrivacySweep>().SingleAsync()).Outcome);
        Assert.Equal(21, await db.Set<PrivacySweepBatch>().SumAsync(batch => batch.Rows));

        await new NodesContextPrivacy(db, Noon).SweepAsync(new(BatchSize: 7));
        Assert.Equal(await whole.SnapshotAsync(), await database.SnapshotAsync());
    }

    [Fact]
    public async Task The_meter_counts_what_the_report_says()
    {
        await using var database = await NodesDatabase.OpenAsync(Provider.Sqlite, db => Population.AddOldAsync(db, 5));
        await using var db = database.Connect();
        long rows = 0;
        var names = new HashSet<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == SweepMetrics.MeterName)
                self.EnableMeasurementEvents(instrument);
        } };
        var thread = new AsyncLocal<bool> { Value = true };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Count(instrument, value));
        listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => Count(instrument, 0));
        listener.Start();

        var report = await new NodesContextPrivacy(db, Noon).SweepAsync(new(BatchSize: 3));

        Assert.Equal(report.RowsChanged, rows);
        Assert.Superset(
            new HashSet<string> { "policyascode.sweep.rows", "policyascode.sweep.batches", "policyascode.sweep.duration", "policyascode.sweep.batch.duration" },
            names);

        // Other tests sweep at the same time, in other flows.
        void Count(Instrument instrument, long value)
        {
            if (!thread.Value)
                return;
            names.Add(instrument.Name);
            if (instrument.Name == "policyascode.sweep.rows")
                rows += value;
        }
    }

    private static IEnumerable<string> Rows(IEnumerable<string> snapshot) =>
        snapshot.Where(row => !row.StartsWith("ChangeLog", StringComparison.Ordinal) && !row.StartsWith("Payments", StringComparison.Ordinal));

    private static IEnumerable<string> Changes(IEnumerable<string> snapshot) =>
        snapshot.Where(row => row.StartsWith("ChangeLog", StringComparison.Ordinal));

    /// <summary>Told at once, in the flow that tells.</summary>
    private sealed class Each<T>(Action<T> tell) : IProgress<T>
    {
        public void Report(T value) => tell(value);
    }

    private sealed class Broken(string statement) : DbCommandInterceptor
    {
        public bool IsMended { get; set; }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken) =>
            !IsMended && command.CommandText.StartsWith(statement, StringComparison.Ordinal)
                ? throw new InvalidOperationException("broken")
                : new(result);
    }
}
