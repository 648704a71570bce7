using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Requests;

/// <summary>
/// Kills a node at one of its points: before and after each statement, before and after each commit, before and after
/// each call of the world outside. A dead node does nothing any more: all that it tries after is refused.
/// </summary>
internal sealed class CrashPoints(int? killAt) : DbCommandInterceptor
{
    private int _passed;

    public int Passed => _passed;

    public bool IsDead { get; private set; }

    public IDbTransactionInterceptor Commits => new CommitPoints(this);

    public void Pass()
    {
        if (IsDead || _passed++ == killAt)
        {
            IsDead = true;
            throw new NodeKilledException();
        }
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken) =>
        Passing(result);

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken) =>
        Passing(result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken) =>
        Passing(result);

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken) =>
        Passing(result);

    private ValueTask<T> Passing<T>(T result)
    {
        Pass();
        return new(result);
    }

    private sealed class CommitPoints(CrashPoints points) : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken) =>
            points.Passing(result);

        public override Task TransactionCommittedAsync(
            DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken)
        {
            points.Pass();
            return Task.CompletedTask;
        }
    }
}

internal sealed class NodeKilledException() : Exception("killed");
