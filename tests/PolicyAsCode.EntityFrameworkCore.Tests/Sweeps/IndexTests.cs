using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;
using PolicyAsCode.EntityFrameworkCore.Tests.Shop;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Sweeps;

/// <summary>How expired rows are found.</summary>
public sealed class IndexTests
{
    private static FixedTime Noon => new(TestShop.Now.ToUniversalTime());

    [Fact]
    public async Task PostgreSQL_finds_them_by_the_anchors_index_and_changes_them_by_their_key()
    {
        await using var database = await NodesDatabase.OpenAsync(Provider.PostgreSql, async db =>
        {
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO "Customers" ("Id", "Name", "Email", "RegisteredOn", "LastPurchaseAt", "OnLegalHold", "IsHidden")
                SELECT gen_random_uuid(), 'name ' || i, NULL, '2014-01-01', {TestShop.Now.ToUniversalTime()} - interval '10 days' * (i / 500.0), false, false
                FROM generate_series(1, 40000) i
                """);
            await db.Database.ExecuteSqlAsync($"ANALYZE");
        });
        var plans = new Plans("DELETE FROM \"Customers\"", "UPDATE \"Customers\"", "SELECT c.\"LastPurchaseAt\"\nFROM \"Customers\"");
        await using var db = database.Connect(plans);
        var report = await new NodesContextPrivacy(db, Noon).SweepAsync(new(BatchSize: 500));

        Assert.True(report.RowsChanged > 2000);
        Assert.True(plans.Seen.Count > 4);
        // Rows that others refer to are locked, asked for again, and go by key; of a table as small as this one PostgreSQL
        // may read all of it to find a few hundred keys.
        var byKey = plans.Seen.Where(plan => plan.StartsWith("DELETE FROM \"Customers\" WHERE \"Customers\".\"Id\" IN (", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(byKey);
        Assert.All(plans.Seen.Except(byKey), plan =>
        {
            Assert.Contains("using \"IX_Customers_LastPurchaseAt\"", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("Seq Scan on \"Customers\"", plan, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task An_anchor_without_an_index_is_named_in_the_log()
    {
        await using var database = await NodesDatabase.OpenAsync(Provider.Sqlite, db => Population.AddOldAsync(db, 3));
        var lines = new List<string>();
        var options = database.Configure(new DbContextOptionsBuilder<NodesContext>())
            .UseLoggerFactory(new Told(lines)).Options;
        await using var db = new NodesContext(options);
        await new NodesContextPrivacy(db, Noon).SweepAsync();
        Assert.Contains(lines, line => line.Contains("No index begins with Payment.PaidAt", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("Customer.LastPurchaseAt", StringComparison.Ordinal));
    }

    private sealed class Plans(params string[] statements) : DbCommandInterceptor
    {
        public List<string> Seen { get; } = [];

        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken)
        {
            await ExplainAsync(command);
            return result;
        }

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken)
        {
            await ExplainAsync(command);
            return result;
        }

        private async Task ExplainAsync(DbCommand command)
        {
            if (!statements.Any(statement => command.CommandText.StartsWith(statement, StringComparison.Ordinal)))
                return;
            var text = command.CommandText;
            try
            {
                command.CommandText = "EXPLAIN " + text;
                await using var reader = await command.ExecuteReaderAsync();
                var lines = new List<string> { text };
                while (await reader.ReadAsync())
                    lines.Add(reader.GetString(0));
                Seen.Add(string.Join("\n", lines));
            }
            finally
            {
                command.CommandText = text;
            }
        }
    }

    private sealed class Told(List<string> lines) : ILoggerFactory, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id is > 0 and < 100)
                lines.Add(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }
}
