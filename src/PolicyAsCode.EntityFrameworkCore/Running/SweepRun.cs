using System.Collections.Immutable;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>One retention sweep while it runs: its moment, its cutoffs, its batches, and what they came to.</summary>
public sealed partial class SweepRun
{
    /// <summary>After so many batches, and after twice as many again and again, it is seen that they lead to an end.</summary>
    private const int FirstCheck = 64;

    /// <summary>So many batches in a row can change nothing, because others were quicker; then it is seen whether they were.</summary>
    private const int IdleCheck = 8;

    /// <summary>So often a batch is tried that others stand in the way of.</summary>
    private const int MostTries = 4;

    private readonly DbContext _db;
    private readonly RetentionCalendar _calendar;
    private readonly TimeProvider _time;
    private readonly SweepOptions _options;
    private readonly SweepJournal? _journal;
    private readonly ILogger _log;
    private readonly DateTimeOffset _now;
    private readonly int _steps;
    private readonly ImmutableArray<SweepEntry>.Builder _entries = ImmutableArray.CreateBuilder<SweepEntry>();
    private readonly List<Exception> _failures = [];
    private readonly HeldPeople _held;
    private int _step;
    private int _rows;

    private SweepRun(
        DbContext db, RetentionCalendar calendar, TimeProvider time, SweepOptions options, SweepJournal? journal, int steps)
    {
        (_db, _calendar, _time, _options, _journal, _steps) = (db, calendar, time, options, journal, steps);
        _now = time.GetUtcNow();
        _log = LogOf(db);
        _held = new(db);
    }

    /// <summary>
    /// Runs the steps of a sweep, one after the other: on one node at a time where the context has the run time's tables.
    /// A step that fails does not keep the others from what they have to do.
    /// </summary>
    /// <param name="db">The context; without an open transaction.</param>
    /// <param name="calendar">The controller's.</param>
    /// <param name="time">Gives the moment whose expiries count, and the lease its time.</param>
    /// <param name="options">How; null takes the defaults.</param>
    /// <param name="steps">What it does, in order.</param>
    /// <param name="cancel">Stops between two batches.</param>
    /// <exception cref="SweepFailedException">Steps failed; the others went through.</exception>
    public static async Task<SweepReport> RunAsync(
        DbContext db, RetentionCalendar calendar, TimeProvider time, SweepOptions? options,
        IReadOnlyList<Func<SweepRun, CancellationToken, Task>> steps, CancellationToken cancel)
    {
        options ??= new();
        // Each batch is recorded as what it is.
        using var silence = AuditSession.Of(db).Hush();
        if (options.DryRun)
        {
            var trial = new SweepRun(db, calendar, time, options, null, steps.Count);
            foreach (var step in steps)
                await step(trial, cancel).ConfigureAwait(false);
            return trial.Report(SweepOutcome.Done);
        }

        if (db.Database.CurrentTransaction is not null)
            throw new InvalidOperationException(
                "The context has an open transaction. A sweep is final batch by batch, so that it holds no lock for long: end the transaction first.");
        var began = Stopwatch.GetTimestamp();
        var plan = SweepJournal.PlanOf(db);
        var journal = await SweepJournal.OpenAsync(db, time, options, cancel).ConfigureAwait(false);
        if (journal is null)
        {
            SweepLog.RunsElsewhere(LogOf(db), plan);
            return new(time.GetUtcNow(), DryRun: false, []) { Outcome = SweepOutcome.RunsElsewhere };
        }

        await using (journal.ConfigureAwait(false))
        {
            var run = new SweepRun(db, calendar, time, options, journal, steps.Count);
            SweepLog.Begins(run._log, journal.Run, plan);
            var outcome = SweepOutcome.Failed;
            try
            {
                outcome = await run.StepsAsync(steps, cancel).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                outcome = SweepOutcome.Cancelled;
                throw;
            }
            finally
            {
                await journal.CloseAsync(outcome).ConfigureAwait(false);
                var took = Stopwatch.GetElapsedTime(began);
                SweepMetrics.Ended(plan, outcome, took);
                SweepLog.Ends(run._log, journal.Run, plan, outcome, run._rows, took.TotalSeconds);
            }

            var report = run.Report(outcome);
            return outcome == SweepOutcome.Failed ? throw new SweepFailedException(report, run._failures) : report;
        }
    }

    /// <summary>Anchors before it have reached a maximum (<c>for</c>).</summary>
    public RetentionCutoff Maximum(int count, RetentionUnit unit) => _calendar.Maximum(new(count, unit), _now);

    /// <summary>Anchors before it have served a legal minimum (<c>at-least</c>).</summary>
    public RetentionCutoff Minimum(int count, RetentionUnit unit) => _calendar.Minimum(new(count, unit), _now);

    /// <summary>
    /// In a query of this run: whether a legal hold stands on the person of a key, when the query runs. A hold that is placed
    /// while the sweep runs counts from the next batch.
    /// </summary>
    /// <param name="subject">The kind of person.</param>
    /// <param name="root">The class of their own record.</param>
    /// <param name="key">Its key, column by column.</param>
    /// <exception cref="InvalidOperationException">It was called, and not asked in a query.</exception>
    public bool IsHeld(string subject, Type root, params object?[] key) =>
        throw new InvalidOperationException($"{nameof(IsHeld)} is a part of a sweep's queries, and is not called.");

    /// <summary>Changes rows, a batch at a time; a dry run counts them.</summary>
    /// <param name="rule">What demands it.</param>
    /// <param name="rows">The rows, oldest first, which the change takes out of this very query.</param>
    /// <param name="set">What it sets in a batch. What is done stays done, whatever happens next.</param>
    /// <param name="cancel">Stops between two batches.</param>
    /// <exception cref="InvalidOperationException">The change takes no row out of the query, and would never end.</exception>
    public Task ChangeAsync<TEntity>(
        PrivacyRule rule, IOrderedQueryable<TEntity> rows, Action<FieldChanges<TEntity>> set, CancellationToken cancel)
    {
        var changes = new FieldChanges<TEntity>();
        set(changes);
        return InBatchesAsync(rule, rows, batch => new RowSet<TEntity>(_db, batch).ChangeAsync(changes, cancel), cancel);
    }

    /// <summary>Deletes rows, and what is a part of them, a batch at a time; a dry run counts them.</summary>
    /// <param name="rule">What demands it.</param>
    /// <param name="rows">The rows, oldest first.</param>
    /// <param name="cancel">Stops between two batches.</param>
    public Task EraseAsync<TEntity>(PrivacyRule rule, IOrderedQueryable<TEntity> rows, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return SweptPeople<TEntity>.Of(_db, rows) is { } people
            ? InBatchesAsync(rule, rows, batch => people.DeleteAsync(batch, DeleteAsync, _now, cancel), cancel, people.Begin)
            : InBatchesAsync(rule, rows, DeleteAsync, cancel);

        Task<int> DeleteAsync(IQueryable<TEntity> batch) =>
            new RowSet<TEntity>(_db, batch).DeleteAsync((_, _) => { }, cancel, isReferred: true);
    }

    private async Task InBatchesAsync<TEntity>(
        PrivacyRule rule, IOrderedQueryable<TEntity> rows, Func<IQueryable<TEntity>, Task<int>> change,
        CancellationToken cancel, Action? committed = null)
    {
        if (_options.DryRun)
        {
            await CountAsync(rule, rows, cancel).ConfigureAwait(false);
            return;
        }

        var total = 0;
        int batches = 0, idle = 0, check = FirstCheck, left = int.MaxValue;
        object? oldest = null;
        var sizing = new BatchSizing(_options.BatchSize, _options.BatchDuration);
        var isFull = false;
        await _held.RefreshAsync(_now, cancel).ConfigureAwait(false);
        var free = _held.In(rows);
        var remaining = new RemainingRows<TEntity>(_db, free);
        if (remaining.UnindexedAnchor is { } anchor)
            SweepLog.NoIndex(_log, rule.Entity, anchor);
        try
        {
            while (await FindAsync().ConfigureAwait(false))
            {
                cancel.ThrowIfCancellationRequested();
                if (batches > 0 && _options.Pause > TimeSpan.Zero)
                    await Task.Delay(_options.Pause, _time, cancel).ConfigureAwait(false);
                var batch = remaining.Take(sizing.Next);
                var (changed, took, aside) = await CommitAsync(() => change(batch)).ConfigureAwait(false);
                isFull = changed == sizing.Next;
                sizing.Learn(changed, took, aside);
                total += changed;
                Tell(rule, changed, total);
                committed?.Invoke();
                idle = changed == 0 ? idle + 1 : 0;
                if (++batches == check || idle == IdleCheck)
                {
                    (check, idle) = (batches == check ? check * 2 : check, 0);
                    await EnsureProgressAsync().ConfigureAwait(false);
                }
            }
        }
        finally
        {
            // Whatever ends it, what is done belongs to the report.
            _entries.Add(new(rule, total));
            if (total > 0)
                SweepLog.Rule(_log, rule.Entity, total, rule.Action, rule.Reason);
        }

        async Task<(int Rows, TimeSpan Took, TimeSpan Aside)> CommitAsync(Func<Task<int>> work)
        {
            for (var tries = 1; ; tries++)
            {
                try
                {
                    return await _journal!.CommitAsync(rule, _ => work(), cancel).ConfigureAwait(false);
                }
                catch (Exception error) when (tries < MostTries && Conflict.IsOne(error))
                {
                    // Nothing of it was committed; whoever was in the way is given time to end.
                    await Task.Delay(TimeSpan.FromMilliseconds(50 * tries), cancel).ConfigureAwait(false);
                }
            }
        }

        async Task<bool> FindAsync()
        {
            if (batches > 0 && await _held.RefreshAsync(_now, cancel).ConfigureAwait(false))
            {
                free = _held.In(rows);
                (remaining, isFull, left) = (new(_db, free), false, int.MaxValue);
            }

            return await remaining.FindAsync(sizing.Next, follows: isFull, cancel).ConfigureAwait(false);
        }

        async Task EnsureProgressAsync()
        {
            // Where the oldest row is another than last time there is no need to count.
            if (remaining.Oldest is { } now && !now.Equals(oldest))
            {
                oldest = now;
                return;
            }

            var before = left;
            left = await free.CountAsync(cancel).ConfigureAwait(false);
            if (left > 0 && left >= before)
                throw new InvalidOperationException(
                    $"{rule.Entity} ({string.Join(", ", rule.Fields)}): {total} rows were changed and as many are left as before. "
                    + "Is the empty text stored as something else, by a value converter that never gives the same twice?");
        }
    }

    /// <summary>Changes rows of which some are gone by then, because the same sweep deletes them first.</summary>
    /// <param name="rule">What demands it.</param>
    /// <param name="rows">The rows, oldest first, which the change takes out of this very query.</param>
    /// <param name="left">Those of them that the sweep does not delete: what a dry run counts.</param>
    /// <param name="set">What it sets in a batch.</param>
    /// <param name="cancel">Stops between two batches.</param>
    public Task ChangeWhatIsLeftAsync<TEntity>(
        PrivacyRule rule, IOrderedQueryable<TEntity> rows, IQueryable<TEntity> left, Action<FieldChanges<TEntity>> set,
        CancellationToken cancel) =>
        _options.DryRun ? CountAsync(rule, left, cancel) : ChangeAsync(rule, rows, set, cancel);

    /// <summary>Counts rows that nothing changes: those that wait for a person's decision.</summary>
    public async Task CountAsync<TEntity>(PrivacyRule rule, IQueryable<TEntity> rows, CancellationToken cancel)
    {
        await _held.RefreshAsync(_now, cancel).ConfigureAwait(false);
        _entries.Add(new(rule, await _held.In(rows).CountAsync(cancel).ConfigureAwait(false)));
    }

    private static ILogger LogOf(DbContext db) => db.GetService<ILoggerFactory>().CreateLogger(SweepLog.Category);

    private async Task<SweepOutcome> StepsAsync(
        IReadOnlyList<Func<SweepRun, CancellationToken, Task>> steps, CancellationToken cancel)
    {
        foreach (var step in steps)
        {
            _step++;
            try
            {
                await step(this, cancel).ConfigureAwait(false);
            }
            catch (LeaseLostException)
            {
                SweepLog.TakenOver(_log, _journal!.Run, SweepJournal.PlanOf(_db));
                return SweepOutcome.TakenOver;
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !cancel.IsCancellationRequested)
            {
                // Each step asks by itself what it may touch, so that the next does not need this one.
                var cause = failure.GetBaseException() as DbException;
                SweepLog.StepFailed(
                    _log, _step, _journal!.Run, SweepJournal.PlanOf(_db), failure.GetType().Name, cause?.SqlState);
                _failures.Add(failure);
                if (cause?.IsTransient == true && !Conflict.IsOne(cause))
                    break; // The database is away: the other steps would find the same.
            }
        }

        return _failures.Count == 0 ? SweepOutcome.Done : SweepOutcome.Failed;
    }

    private void Tell(PrivacyRule rule, int changed, int total)
    {
        _rows += changed;
        SweepLog.Batch(_log, rule.Entity, changed, rule.Action, rule.Reason);
        _options.Progress?.Report(new(rule, _step, _steps, total, _rows));
    }

    private SweepReport Report(SweepOutcome outcome) =>
        new(_now, _options.DryRun, _entries.ToImmutable()) { Outcome = outcome };
}
