using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;
using PolicyAsCode.EntityFrameworkCore.Tests.Shop;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Sweeps;

/// <summary>A batch that others stand in the way of is tried again; a database that is away ends the sweep.</summary>
public sealed class ConflictTests
{
    [Theory]
    [InlineData("40P01")]
    [InlineData("40001")]
    [InlineData("55P03")]
    public async Task A_batch_is_tried_again(string state)
    {
        await using var database = await SeededAsync();

        var report = await SweepAsync(database, new(state, times: 2));

        Assert.Equal(SweepOutcome.Done, report.Outcome);
        Assert.Equal([1, 1], report.Entries.Select(entry => entry.Rows));
    }

    [Theory]
    [InlineData("40P01", 1)]
    [InlineData("08006", 0)]
    public async Task One_that_never_gets_through_fails_its_rule_and_only_a_lost_connection_ends_the_sweep(string state, int others)
    {
        await using var database = await SeededAsync();

        var failed = await Assert.ThrowsAsync<SweepFailedException>(() => SweepAsync(database, new(state, times: int.MaxValue)));

        Assert.Single(failed.Failures);
        Assert.Equal(others, failed.Report.Entries.Sum(entry => entry.Rows));
    }

    [Theory]
    [InlineData("40001", null, true)]
    [InlineData("40P01", null, true)]
    [InlineData("55P03", null, true)]
    [InlineData(null, "1205", true)]
    [InlineData(null, "3960", true)]
    [InlineData("23505", null, false)]
    [InlineData("08006", null, false)]
    [InlineData(null, "2627", false)]
    [InlineData(null, null, false)]
    public void It_is_known_by_what_the_database_says(string? state, string? number, bool isOne)
    {
        var said = new SaidException(state);
        if (number is not null)
            said.Data["HelpLink.EvtID"] = number;

        Assert.Equal(isOne, Conflict.IsOne(said));
        Assert.Equal(isOne, Conflict.IsOne(new InvalidOperationException("retried in vain", said)));
        Assert.False(Conflict.IsOne(null));
    }

    private static Task<NodesDatabase> SeededAsync() => NodesDatabase.OpenAsync(Provider.Sqlite, db =>
    {
        db.AddRange(
            new Visit { Id = 1, Customer = new() { Id = People.Budi, Name = "budi" } },
            new Customer { Id = People.Ana, Name = "ana" });
        return Task.CompletedTask;
    });

    private static async Task<SweepReport> SweepAsync(NodesDatabase database, InTheWay inTheWay)
    {
        await using var db = database.Connect(inTheWay);
        return await SweepRun.RunAsync(
            db, RetentionCalendar.In("UTC"), TimeProvider.System, null,
            [
                (run, cancel) => run.EraseAsync(
                    new("Visit", PrivacyAction.Erased, [], "a test", [], ""), db.Visits.OrderBy(visit => visit.Id), cancel),
                (run, cancel) => run.EraseAsync(
                    new("Customer", PrivacyAction.Erased, [], "a test", [], ""),
                    db.Customers.Where(customer => customer.Id == People.Ana).OrderBy(customer => customer.Id), cancel),
            ],
            TestContext.Current.CancellationToken);
    }

    private sealed class SaidException(string? state) : DbException("said")
    {
        public override string? SqlState => state;

        public override bool IsTransient => state is not null;
    }

    private sealed class InTheWay(string state, int times) : DbCommandInterceptor
    {
        private int _left = times;

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken)
        {
            if (!command.CommandText.Contains("DELETE FROM \"Visits\"", StringComparison.Ordinal) || _left == 0)
                return new(result);
            _left--;
            throw new SaidException(state);
        }
    }
}
