using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SweepingNode;

/// <summary>
/// Ends the process at one point: before or after a statement, before or after a commit. Nothing is disposed of, nothing
/// is rolled back by us, as when the machine loses its power.
/// </summary>
internal sealed class Death(int point, bool byFailing) : DbCommandInterceptor, IDbTransactionInterceptor
{
    /// <summary>Whether points count.</summary>
    public bool IsArmed { get; set; }

    /// <summary>How many points there were so far.</summary>
    public int Seen { get; private set; }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken) =>
        Pass(result);

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken) =>
        Pass(result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken) =>
        Pass(result);

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken) =>
        Pass(result);

    public Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken)
    {
        _ = Pass(0);
        return Task.CompletedTask;
    }

    private ValueTask<T> Pass<T>(T result)
    {
        if (IsArmed && ++Seen == point)
        {
            if (byFailing)
                Environment.FailFast("as asked");
            using var self = Process.GetCurrentProcess();
            self.Kill();
            Thread.Sleep(Timeout.Infinite);
        }

        return new(result);
    }
}
