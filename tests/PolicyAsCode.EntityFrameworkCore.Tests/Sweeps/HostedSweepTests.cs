using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;
using PolicyAsCode.EntityFrameworkCore.Tests.Shop;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Sweeps;

/// <summary><c>AddRetentionSweeps</c>: a sweep a day, in the controller's time zone, whatever happens.</summary>
public sealed class HostedSweepTests
{
    [Fact]
    public async Task It_sweeps_once_a_day_at_the_time_of_day_in_the_controllers_zone()
    {
        await using var database = await NodesDatabase.OpenAsync(Provider.Sqlite, _ => Task.CompletedTask);
        // 02:50 in Jakarta; the sweep of the day before is missing, and is made up for.
        var time = new ManualTime(People.Jakarta(2026, 3, 15).AddHours(2).AddMinutes(50));
        await using var node = await Node.StartAsync(database, time);
        await node.SettleAsync();
        await using var look = database.Connect();
        Assert.Equal(1, await look.Set<PrivacySweep>().CountAsync());

        time.Advance(TimeSpan.FromMinutes(9));
        await node.SettleAsync();
        Assert.Equal(1, await look.Set<PrivacySweep>().CountAsync());
        for (var step = 0; step < 3 * 96; step++)
        {
            time.Advance(TimeSpan.FromMinutes(15));
            await node.SettleAsync();
        }

        var runs = await look.Set<PrivacySweep>().OrderBy(run => run.StartedAt).ToListAsync();
        Assert.Equal(4, runs.Count);
        Assert.All(runs, run => Assert.Equal(SweepOutcome.Done, run.Outcome));
        Assert.All(runs.Skip(1), run => Assert.Equal(3, TimeZoneInfo.ConvertTime(run.StartedAt, TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta")).Hour));
    }

    [Fact]
    public async Task Without_catching_up_it_waits_for_its_time()
    {
        await using var database = await NodesDatabase.OpenAsync(Provider.Sqlite, _ => Task.CompletedTask);
        var time = new ManualTime(People.Jakarta(2026, 3, 15).AddHours(2).AddMinutes(50));
        await using var node = await Node.StartAsync(database, time, options => options.CatchUp = false);
        await node.SettleAsync();
        await using (var db = database.Connect())
            Assert.Equal(0, await db.Set<PrivacySweep>().CountAsync());
        time.Advance(TimeSpan.FromMinutes(10));
        await node.SettleAsync();
        await using var look = database.Connect();
        Assert.Equal(1, await look.Set<PrivacySweep>().CountAsync());
    }

    [Fact]
    public async Task A_second_node_repeats_nothing_that_the_first_has_done()
    {
        await using var database = await NodesDatabase.OpenAsync(Provider.Sqlite, _ => Task.CompletedTask);
        var time = new ManualTime(People.Jakarta(2026, 3, 15).AddHours(4));
        await using var first = await Node.StartAsync(database, time);
        await first.SettleAsync();
        await using var second = await Node.StartAsync(database, time);
        await second.SettleAsync(waiting: 2);
        time.Advance(TimeSpan.FromMinutes(15));
        await second.SettleAsync(waiting: 2);
        await using var db = database.Connect();
        Assert.Equal(1, await db.Set<PrivacySweep>().CountAsync());
    }

    [Fact]
    public async Task A_failure_is_shown_tried_again_and_overdue_in_the_end_and_names_nobody()
    {
        await using var database = await NodesDatabase.OpenAsync(Provider.Sqlite, db => Population.AddOldAsync(db, 3));
        await using (var db = database.Connect())
            await db.Database.ExecuteSqlRawAsync("CREATE TRIGGER no BEFORE DELETE ON \"Payments\" BEGIN SELECT RAISE(ABORT, 'name 2 stays'); END");
        var time = new ManualTime(People.Jakarta(2026, 3, 15).AddHours(4));
        var log = new Recorder();
        await using var node = await Node.StartAsync(database, time, log: log);
        await node.SettleAsync();
        Assert.Equal(HealthStatus.Degraded, (await node.HealthAsync()).Status);

        for (var step = 0; step < 24; step++)
        {
            time.Advance(TimeSpan.FromMinutes(15));
            await node.SettleAsync();
        }

        Assert.Equal(HealthStatus.Unhealthy, (await node.HealthAsync()).Status);
        await using (var db = database.Connect())
        {
            Assert.True(await db.Set<PrivacySweep>().CountAsync(run => run.Outcome == SweepOutcome.Failed) > 2);
            await db.Database.ExecuteSqlRawAsync("DROP TRIGGER no");
        }

        time.Advance(TimeSpan.FromMinutes(15));
        await node.SettleAsync();
        Assert.Equal(HealthStatus.Healthy, (await node.HealthAsync()).Status);
        var lines = log.Lines;
        Assert.Contains(lines, line => line.Contains("failed", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("was due", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("name 2", StringComparison.Ordinal) || line.Contains("example.org", StringComparison.Ordinal));
    }

    [Theory]
    // Berlin: 2:30 is no time on 29 March 2026, and there are two of them on 25 October.
    [InlineData("Europe/Berlin", 2, 30, "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("Europe/Berlin", 2, 30, "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("Asia/Jakarta", 3, 0, "2026-03-15T19:59:00Z", "2026-03-15T20:00:00Z")]
    [InlineData("Asia/Jakarta", 3, 0, "2026-03-15T20:00:00Z", "2026-03-16T20:00:00Z")]
    public void The_next_time_is_the_one_on_the_wall(string zone, int hour, int minute, string now, string next)
    {
        var schedule = new SweepSchedule(RetentionCalendar.In(zone), new(hour, minute));
        var due = schedule.NextDue(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(DateTimeOffset.Parse(next, System.Globalization.CultureInfo.InvariantCulture), due);
        Assert.Equal(due, schedule.LastDue(due));
        Assert.True(schedule.LastDue(due.AddTicks(-1)) < due);
    }

    private sealed class Node(IServiceProvider services, ManualTime time) : IAsyncDisposable
    {
        private readonly IHostedService _service = services.GetServices<IHostedService>().OfType<RetentionSweepService<NodesContext>>().Single();

        public RetentionSweepState<NodesContext> State => services.GetRequiredService<RetentionSweepState<NodesContext>>();

        public static async Task<Node> StartAsync(
            NodesDatabase database, ManualTime time, Action<RetentionSweepOptions>? configure = null, Recorder? log = null)
        {
            var services = new ServiceCollection()
                .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddFilter("Microsoft", LogLevel.None))
                .AddSingleton<TimeProvider>(time)
                .AddDbContext<NodesContext>(options => database.Configure((DbContextOptionsBuilder<NodesContext>)options))
                .AddPrivacyOperations<NodesContext>()
                .AddRetentionSweeps<NodesContext>(options =>
                {
                    options.Jitter = TimeSpan.Zero;
                    configure?.Invoke(options);
                });
            if (log is not null)
                services.AddSingleton<ILoggerProvider>(log);
            var node = new Node(services.BuildServiceProvider(), time);
            await node._service.StartAsync(CancellationToken.None);
            return node;
        }

        public Task<HealthCheckResult> HealthAsync() =>
            new RetentionSweepHealthCheck<NodesContext>(State).CheckHealthAsync(new());

        /// <summary>Waits until the service waits for the clock.</summary>
        public async Task SettleAsync(int waiting = 1)
        {
            for (var i = 0; time.Waiting < waiting; i++)
            {
                Assert.True(i < 6000, "It has been busy for a minute.");
                await Task.Delay(10);
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _service.StopAsync(CancellationToken.None);
            await ((IAsyncDisposable)services).DisposeAsync();
        }
    }

    private sealed class Recorder : ILoggerProvider, ILogger
    {
        private readonly List<string> _lines = [];

        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (_lines)
                    return [.. _lines];
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_lines)
                _lines.Add(formatter(state, exception) + exception);
        }

        public void Dispose()
        {
        }
    }
}
