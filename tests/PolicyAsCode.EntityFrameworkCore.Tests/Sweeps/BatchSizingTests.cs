using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;
using PolicyAsCode.EntityFrameworkCore.Tests.Shop;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Sweeps;

/// <summary>How many rows a batch takes: as many as its time allows, where nobody says how many.</summary>
public sealed partial class BatchSizingTests
{
    private static readonly TimeSpan s_aim = TimeSpan.FromMilliseconds(50);

    [Fact]
    public void A_number_that_was_said_stays()
    {
        var sizing = new BatchSizing(300, s_aim);
        sizing.Learn(300, TimeSpan.FromSeconds(9));
        Assert.Equal(300, sizing.Next);
        sizing.Learn(300, TimeSpan.FromMilliseconds(1));
        Assert.Equal(300, sizing.Next);
    }

    [Fact]
    public void Quick_batches_grow_at_most_twofold_up_to_the_bound()
    {
        var sizing = new BatchSizing(null, s_aim);
        var sizes = new List<int>();
        for (var i = 0; i < 8; i++)
        {
            sizes.Add(sizing.Next);
            sizing.Learn(sizing.Next, TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal([250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000], sizes);
    }

    [Fact]
    public void A_slow_batch_falls_at_once_and_not_below_the_bound()
    {
        var sizing = new BatchSizing(null, s_aim);
        sizing.Learn(250, TimeSpan.FromMilliseconds(100));
        Assert.Equal(125, sizing.Next);
        sizing.Learn(125, TimeSpan.FromMinutes(1));
        Assert.Equal(BatchSizing.Fewest, sizing.Next);
    }

    [Fact]
    public void A_slow_commit_does_not_make_batches_smaller_without_end()
    {
        // A commit of 200 ms, and a tenth of a millisecond for each row: half of the time is left for the rows.
        var sizing = new BatchSizing(null, s_aim);
        for (var i = 0; i < 10; i++)
            sizing.Learn(sizing.Next, TimeSpan.FromMilliseconds(200 + sizing.Next / 10.0), TimeSpan.FromMilliseconds(200));
        Assert.Equal(250, sizing.Next);
    }

    [Fact]
    public void What_takes_no_time_at_all_and_what_changed_nothing_do_no_harm()
    {
        var sizing = new BatchSizing(null, s_aim);
        sizing.Learn(0, TimeSpan.FromMinutes(1));
        Assert.Equal(BatchSizing.First, sizing.Next);
        sizing.Learn(250, TimeSpan.Zero);
        Assert.Equal(500, sizing.Next);
    }

    [Fact]
    public void A_batch_that_found_few_rows_lets_the_next_grow_no_further()
    {
        var sizing = new BatchSizing(null, s_aim);
        sizing.Learn(3, TimeSpan.FromMilliseconds(1));
        Assert.Equal(BatchSizing.First, sizing.Next);
        // What a batch costs by itself is in it: nothing says that sixteen would take longer than fifty milliseconds.
        sizing.Learn(3, TimeSpan.FromMilliseconds(10));
        Assert.Equal(BatchSizing.First, sizing.Next);
        sizing.Learn(240, TimeSpan.FromMilliseconds(100));
        Assert.Equal(120, sizing.Next);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SweepOptions { BatchDuration = TimeSpan.Zero });
    }

    [Theory, InlineData(Provider.Sqlite), InlineData(Provider.PostgreSql)]
    public async Task A_sweep_finds_the_size_that_its_time_allows(Provider provider)
    {
        // A row costs a millisecond while the database is at rest, and five once it has work to do.
        await using var database = await NodesDatabase.OpenAsync(provider, db => AddCustomersAsync(db, provider, 3_000));
        var time = new CountedTime();
        await using var db = database.Connect(new RowsTakeTime(time, rows => rows < 1_000 ? 1 : 5));
        var sizes = new List<int>();
        var before = 0;
        var report = await new NodesContextPrivacy(db, time).SweepAsync(new()
        {
            BatchDuration = TimeSpan.FromMilliseconds(500),
            Progress = new Told(progress =>
            {
                if (progress.Rule is { Entity: "Customer", Action: PrivacyAction.Erased, Fields.IsEmpty: true })
                {
                    sizes.Add(progress.Rows - before);
                    before = progress.Rows;
                }
            }),
        });

        Assert.Equal(3_000, before);
        // The fourth is too much for half a second, all after it is just enough.
        Assert.Equal([250, 500, 500, 500], sizes.Take(4));
        Assert.All(sizes.Skip(4).SkipLast(1), size => Assert.Equal(100, size));
        Assert.Equal(SweepOutcome.Done, report.Outcome);
    }

    [Fact]
    public async Task PostgreSQL_reads_no_more_rows_for_a_batch_than_it_changes()
    {
        await using var database = await NodesDatabase.OpenAsync(
            Provider.PostgreSql, db => AddCustomersAsync(db, Provider.PostgreSql, 30_000));
        var plans = new Read();
        await using (var analyze = database.Connect())
            await analyze.Database.ExecuteSqlAsync($"ANALYZE");
        await using var db = database.Connect(plans);
        await new NodesContextPrivacy(db, new FixedTime(TestShop.Now.ToUniversalTime())).SweepAsync(new(BatchSize: 2_000));

        Assert.NotEmpty(plans.Rows);
        Assert.All(plans.Rows, rows => Assert.InRange(rows, 0, 2_500));
    }

    private static async Task AddCustomersAsync(NodesContext db, Provider provider, int count)
    {
        var old = TestShop.Now.AddYears(-11).ToUniversalTime();
        if (provider == Provider.PostgreSql)
        {
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO "Customers" ("Id", "Name", "Email", "RegisteredOn", "LastPurchaseAt", "OnLegalHold", "IsHidden")
                SELECT gen_random_uuid(), 'name ' || i, NULL, '2014-01-01', {old} + interval '1 minute' * i, false, false
                FROM generate_series(1, {count}) i
                """);
            return;
        }

        for (var i = 1; i <= count; i++)
            db.Add(new Customer { Id = Guid.CreateVersion7(), Name = "name", RegisteredOn = new(2014, 1, 1), LastPurchaseAt = old.AddMinutes(i) });
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    /// <summary>A clock that goes on only where a test says so.</summary>
    private sealed class CountedTime : TimeProvider
    {
        private long _milliseconds;

        public override long TimestampFrequency => 1_000;

        public override DateTimeOffset GetUtcNow() => TestShop.Now.ToUniversalTime();

        public override long GetTimestamp() => _milliseconds;

        public void Pass(long milliseconds) => _milliseconds += milliseconds;
    }

    private sealed class RowsTakeTime(CountedTime time, Func<int, long> each) : DbCommandInterceptor
    {
        private int _rows;

        public override ValueTask<int> NonQueryExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken)
        {
            if (command.CommandText.Contains("\"Customers\"", StringComparison.Ordinal) && result > 0)
            {
                time.Pass(result * each(_rows));
                _rows += result;
            }

            return new(result);
        }
    }

    /// <summary>Told at once, in the flow that tells.</summary>
    private sealed class Told(Action<SweepProgress> tell) : IProgress<SweepProgress>
    {
        public void Report(SweepProgress value) => tell(value);
    }

    /// <summary>How many rows each reading of the customers' table gave, as PostgreSQL counted them.</summary>
    private sealed partial class Read : DbCommandInterceptor
    {
        public List<int> Rows { get; } = [];

        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken)
        {
            var text = command.CommandText;
            if (!text.StartsWith("DELETE FROM \"Customers\"", StringComparison.Ordinal))
                return result;
            try
            {
                // It runs, is counted, and never was.
                await command.Transaction!.SaveAsync("explained", cancellationToken);
                command.CommandText = "EXPLAIN ANALYZE " + text;
                await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
                    while (await reader.ReadAsync(cancellationToken))
                        if (CustomersRead().Match(reader.GetString(0)) is { Success: true } match)
                            Rows.Add(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
                                * int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));
                await command.Transaction!.RollbackAsync("explained", cancellationToken);
            }
            finally
            {
                command.CommandText = text;
            }

            return result;
        }

        [GeneratedRegex("Scan .*on \"Customers\".*actual time=\\S+ rows=(\\d+)(?:\\.\\d+)? loops=(\\d+)")]
        private static partial Regex CustomersRead();
    }
}
