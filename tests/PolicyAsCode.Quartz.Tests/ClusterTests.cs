using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Shop;
using Quartz;

namespace PolicyAsCode.Quartz.Tests;

/// <summary>Two schedulers on one store, on PostgreSQL.</summary>
public sealed class ClusterTests
{
    private const string Server = "POLICYASCODE_POSTGRES";

    [Fact]
    public async Task Each_due_sweep_runs_once_on_one_of_the_nodes()
    {
        await using var database = await Database.CreateAsync();
        var fired = new ConcurrentQueue<(string Node, DateTimeOffset Due)>();
        // A node that starts writes the schedule anew, and may so have the sweep that another has just begun run once more.
        DateTimeOffset scheduled;
        using (var one = database.Node("one", fired))
        using (var two = database.Node("two", fired))
        {
            await Task.WhenAll(one.StartAsync(), two.StartAsync());
            scheduled = DateTimeOffset.UtcNow;
            var until = scheduled.AddMinutes(2);
            while (fired.Count(run => run.Due > scheduled) < 4 && DateTimeOffset.UtcNow < until)
                await Task.Delay(200);
            await Task.WhenAll(one.StopAsync(), two.StopAsync());
        }

        var due = fired.Where(run => run.Due > scheduled).Select(run => run.Due).ToList();
        Assert.True(due.Count >= 4, $"Only {due.Count} sweeps ran.");
        Assert.Equal(due.Distinct().Count(), due.Count);
        await using var db = database.Connect();
        Assert.Equal(fired.Count, await db.Set<PrivacySweep>().CountAsync(sweep => sweep.Outcome == SweepOutcome.Done));
        Assert.Equal(0, await db.Customers.IgnoreQueryFilters().CountAsync(customer => customer.Name != "young"));
        Assert.Equal(1, await db.Customers.CountAsync());
    }

    [Fact]
    public async Task A_job_without_generated_operations_is_named()
    {
        using var host = new HostBuilder().ConfigureServices(services => services.AddQuartz(
            quartz => quartz.AddRetentionSweeps<Unmarked>()).AddQuartzHostedService()).Build();
        var failure = await Record.ExceptionAsync(() => host.StartAsync());
        Assert.Contains(nameof(Unmarked), failure?.ToString() ?? "", StringComparison.Ordinal);
    }

    private sealed class Unmarked(DbContextOptions<Unmarked> options) : DbContext(options);

    private sealed class Fired(string node, ConcurrentQueue<(string, DateTimeOffset)> fired) : IJobListener
    {
        public string Name => node;

        public ValueTask JobWasExecuted(
            IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
        {
            if (jobException is null)
                fired.Enqueue((node, context.ScheduledFireTimeUtc ?? context.FireTimeUtc));
            return default;
        }
    }

    private sealed class Database(string server, string connection) : IAsyncDisposable
    {
        public static async Task<Database> CreateAsync()
        {
            var server = Environment.GetEnvironmentVariable(Server);
            Assert.SkipUnless(!string.IsNullOrEmpty(server), $"PostgreSQL: set {Server}, as .ci/run does");
            var own = new NpgsqlConnectionStringBuilder(server) { Database = "quartz_" + Guid.NewGuid().ToString("N") };
            var database = new Database(server!, own.ConnectionString);
            await using var db = database.Connect();
            await db.Database.EnsureCreatedAsync();
            db.AddRange(
                new Customer { Id = Guid.CreateVersion7(), Name = "old", RegisteredOn = new(2014, 1, 1), LastPurchaseAt = DateTimeOffset.UtcNow.AddYears(-3) },
                new Customer { Id = Guid.CreateVersion7(), Name = "young", RegisteredOn = new(2014, 1, 1), LastPurchaseAt = DateTimeOffset.UtcNow });
            await db.SaveChangesAsync();
            return database;
        }

        public NodesContext Connect() => new(new DbContextOptionsBuilder<NodesContext>().UseNpgsql(connection).Options);

        public IHost Node(string name, ConcurrentQueue<(string, DateTimeOffset)> fired) =>
            new HostBuilder().ConfigureServices(services => services
                .AddDbContext<NodesContext>(options => options.UseNpgsql(connection))
                .AddPrivacyOperations<NodesContext>()
                .AddQuartz(quartz =>
                {
                    quartz.ConfigureScheduler(scheduler => scheduler.InstanceId = name);
                    quartz.UsePersistentStore(store =>
                    {
                        store.UsePostgres(connection);
                        store.UseClustering(cluster => cluster.CheckinInterval = TimeSpan.FromSeconds(1));
                        store.ProvisionSchema();
                    });
                    quartz.AddRetentionSweeps<NodesContext>(options => options.Cron = "0/2 * * * * ?");
                    quartz.AddJobListener(new Fired(name, fired));
                })
                .AddQuartzHostedService(options => options.WaitForJobsToComplete = true)).Build();

        public async ValueTask DisposeAsync()
        {
            NpgsqlConnection.ClearAllPools();
            await using var admin = new NpgsqlConnection(server);
            await admin.OpenAsync();
            await using var drop = admin.CreateCommand();
            drop.CommandText = $"DROP DATABASE IF EXISTS \"{new NpgsqlConnectionStringBuilder(connection).Database}\" WITH (FORCE)";
            await drop.ExecuteNonQueryAsync();
        }
    }
}
