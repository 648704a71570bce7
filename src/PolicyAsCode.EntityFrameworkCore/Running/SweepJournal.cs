using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// What makes a batch final: its change, the renewal of the lease and the record of it are one transaction. A node that
/// lost its lease cannot commit, a crash leaves both or neither, and a commit whose answer was lost is looked up.
/// Without the run time's tables a batch is its statement, for one node.
/// </summary>
internal sealed class SweepJournal : IAsyncDisposable
{
    private readonly DbContext _db;
    private readonly TimeProvider _time;
    private readonly ILease? _lease;

    private SweepJournal(DbContext db, TimeProvider time, ILease? lease)
    {
        (_db, _time, _lease) = (db, time, lease);
        Run = Guid.CreateVersion7(time.GetUtcNow());
    }

    /// <summary>The run's number.</summary>
    public Guid Run { get; }

    public static string PlanOf(DbContext db) => db.GetType().Name;

    public static string LeaseOf(string plan) => "sweep:" + plan;

    /// <summary>Whether the context has the tables that several nodes need.</summary>
    public static bool IsKeptIn(DbContext db) => db.Model.FindEntityType(typeof(PrivacySweep)) is not null;

    /// <summary>Begins a run; null where another node holds the lease.</summary>
    public static async Task<SweepJournal?> OpenAsync(
        DbContext db, TimeProvider time, SweepOptions options, CancellationToken cancel)
    {
        if (!IsKeptIn(db))
            return new(db, time, null);

        var statement = TimeSpan.FromSeconds(db.Database.GetCommandTimeout() ?? 30);
        var duration = options.Lease > 2 * statement ? options.Lease : 2 * statement;
        var lease = await new Leases(db, time).TryTakeAsync(LeaseOf(PlanOf(db)), duration, cancel).ConfigureAwait(false);
        if (lease is null)
            return null;
        var journal = new SweepJournal(db, time, lease);
        await db.InsertRowAsync(
            new PrivacySweep(journal.Run, PlanOf(db), Environment.MachineName, time.GetUtcNow()), cancel).ConfigureAwait(false);
        return journal;
    }

    /// <summary>
    /// Makes one batch final; gives how many rows it changed, how long its transaction took, and how much of that went
    /// beside the change.
    /// </summary>
    /// <exception cref="LeaseLostException">Another node has taken over; nothing was changed.</exception>
    public async Task<(int Rows, TimeSpan Took, TimeSpan Aside)> CommitAsync(
        PrivacyRule rule, Func<CancellationToken, Task<int>> work, CancellationToken cancel)
    {
        var began = _time.GetTimestamp();
        var rows = 0;
        var change = TimeSpan.Zero;
        if (_lease is null)
        {
            rows = await ChangeAsync(cancel).ConfigureAwait(false);
        }
        else
        {
            var id = Guid.CreateVersion7(_time.GetUtcNow());
            await _db.Database.CreateExecutionStrategy().ExecuteInTransactionAsync(
                async token =>
                {
                    rows = await ChangeAsync(token).ConfigureAwait(false);
                    if (rows > 0)
                        await AuditedOperations.SweptAsync(_db, rule, rows, token).ConfigureAwait(false);
                    // After the change: so the lease's row is locked for no longer than the commit takes.
                    var isOurs = rows > 0
                        ? await Leases.RenewAndInsertAsync(
                            _db, _lease, new PrivacySweepBatch(id, Run, rule, rows, _time.GetUtcNow()), token).ConfigureAwait(false)
                        : await _lease.RenewAsync(token).ConfigureAwait(false);
                    if (!isOurs)
                        throw new LeaseLostException();
                },
                token => _db.Set<PrivacySweepBatch>().IgnoreQueryFilters().AnyAsync(batch => batch.Id == id, token),
                cancel).ConfigureAwait(false);
        }

        var took = _time.GetElapsedTime(began);
        SweepMetrics.Batch(PlanOf(_db), rule, rows, took);
        return (rows, took, took - change);

        async Task<int> ChangeAsync(CancellationToken token)
        {
            var from = _time.GetTimestamp();
            var changed = await work(token).ConfigureAwait(false);
            change = _time.GetElapsedTime(from);
            return changed;
        }
    }

    /// <summary>Writes how the run ended.</summary>
    public async Task CloseAsync(SweepOutcome outcome)
    {
        if (_lease is null)
            return;
        var now = _time.GetUtcNow();
        try
        {
            // What was asked to stop is still written down.
            await _db.Set<PrivacySweep>().IgnoreQueryFilters().Where(sweep => sweep.Id == Run)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(sweep => sweep.EndedAt, now).SetProperty(sweep => sweep.Outcome, outcome),
                    CancellationToken.None)
                .ConfigureAwait(false);
        }
        catch (DbException) when (outcome != SweepOutcome.Done)
        {
            // What went wrong before is what matters; the record says that the run began.
        }
    }

    public ValueTask DisposeAsync() => _lease?.DisposeAsync() ?? default;
}
