using System.Collections.Immutable;
using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>One erasure while it runs: one transaction, its moment, its cutoffs, and the entries of its receipt.</summary>
public sealed class ErasureRun
{
    /// <summary>Why nothing is erased of a person on whom a hold lies.</summary>
    internal static readonly PrivacyRule Hold = new(
        nameof(PrivacyHold), PrivacyAction.Kept, [], "a legal hold lies on the person", [], "");

    private const string Savepoint = "privacy_erasure";

    private readonly DbContext _db;
    private readonly RetentionCalendar _calendar;
    private readonly DateTimeOffset _now;
    private readonly ImmutableArray<ErasureEntry>.Builder _entries = ImmutableArray.CreateBuilder<ErasureEntry>();

    private readonly string _id;
    private readonly ErasureStatements _statements;
    private readonly bool _areJoined;
    private HeldPeople? _people;
    private bool _isHidden;
    private bool _isElsewhere;

    private ErasureRun(DbContext db, RetentionCalendar calendar, DateTimeOffset now, string id, bool isOneByOne)
    {
        (_db, _calendar, _now, _id) = (db, calendar, now, id);
        _statements = new(db);
        _areJoined = !isOneByOne && ErasureStatements.AreTakenIn(db) && !HasAuditorOfItsOwn(db);
    }

    // One of the application's own may know an ExecuteDelete or ExecuteUpdate by being told of it alone.
    private static bool HasAuditorOfItsOwn(DbContext db) => AuditTrail.InterceptorsOf(db).Any(one =>
        one is IDbCommandInterceptor && one.GetType().Assembly != typeof(ErasureRun).Assembly
        && Attribute.IsDefined(one.GetType(), typeof(AuditsAttribute), inherit: true));

    /// <summary>
    /// Runs the steps of an erasure in one transaction (the caller's, where one is open; retried where the context's
    /// execution strategy retries), rolls it back for a dry run, and forgets what the context has tracked otherwise:
    /// set-based statements pass by the change tracker, which would show the erased rows.
    /// </summary>
    /// <param name="db">The context; without unsaved changes.</param>
    /// <param name="calendar">The controller's.</param>
    /// <param name="now">The moment whose minimums count.</param>
    /// <param name="subject">The kind of person.</param>
    /// <param name="id">The subject's key, as text.</param>
    /// <param name="options">How; null takes the defaults.</param>
    /// <param name="steps">The steps, from the hold to the subject's own row.</param>
    /// <param name="cancel">Rolls back.</param>
    /// <exception cref="InvalidOperationException">The context has unsaved changes, or a transaction in which a later hold is not seen.</exception>
    public static async Task<ErasureReceipt> RunAsync(
        DbContext db, RetentionCalendar calendar, DateTimeOffset now, string subject, string id, ErasureOptions? options,
        Func<ErasureRun, CancellationToken, Task<ErasureOutcome>> steps, CancellationToken cancel)
    {
        if (db.ChangeTracker.HasChanges())
            throw new InvalidOperationException(
                "The context has unsaved changes. Save or discard them before an erasure, which would pass them by.");

        var dryRun = (options ?? new()).DryRun;
        var leavesKeys = options?.LeavesKeys == true;
        ErasureReceipt? inDoubt = null;
        KeyErasure? keys = null;
        var isInside = db.Database.CurrentTransaction is not null;
        var hasHolds = db.Model.FindEntityType(typeof(PrivacyHold)) is not null;
        if (hasHolds && db.Database.CurrentTransaction?.GetDbTransaction() is { IsolationLevel: var isolation }
            && RowLocks.WhyHoldsAreMissed(db, isolation) is { } why)
            throw new InvalidOperationException($"{why}, or let the erasure begin its own.");
        var receipt = db.Database.CurrentTransaction is { } outer
            ? await InsideAsync(outer).ConfigureAwait(false)
            : await db.Database.CreateExecutionStrategy().ExecuteAsync(InOwnAsync).ConfigureAwait(false);
        if (!dryRun)
            db.ChangeTracker.Clear();
        if (db.Database.CurrentTransaction is null)
            keys?.Begin(db);
        return receipt;

        async Task<ErasureReceipt> InOwnAsync()
        {
            await using var transaction = await db.Database.BeginTransactionAsync(RowLocks.IsolationIn(db), cancel).ConfigureAwait(false);
            var done = await StepsAsync().ConfigureAwait(false);
            if (dryRun || done.Outcome == ErasureOutcome.RefusedByLegalHold && inDoubt is null)
            {
                await transaction.RollbackAsync(cancel).ConfigureAwait(false);
                return done;
            }

            // Retried after a commit whose answer was lost, and nothing is left to do: it had gone through, and what was
            // done then is what the receipt must say, not "nothing found".
            var isChange = done.Entries.Any(entry => entry.Action != PrivacyAction.Kept);
            if (inDoubt is not null && !isChange)
                return inDoubt;
            inDoubt = isChange ? done : null;
            await transaction.CommitAsync(cancel).ConfigureAwait(false);
            return done;
        }

        async Task<ErasureReceipt> InsideAsync(IDbContextTransaction transaction)
        {
            await transaction.CreateSavepointAsync(Savepoint, cancel).ConfigureAwait(false);
            try
            {
                var done = await StepsAsync().ConfigureAwait(false);
                if (dryRun || done.Outcome == ErasureOutcome.RefusedByLegalHold)
                    await transaction.RollbackToSavepointAsync(Savepoint, cancel).ConfigureAwait(false);
                return done;
            }
            catch
            {
                await transaction.RollbackToSavepointAsync(Savepoint, CancellationToken.None).ConfigureAwait(false);
                throw;
            }
        }

        async Task<ErasureReceipt> StepsAsync()
        {
            // Its statements are one erasure, and recorded as that.
            using var silence = AuditSession.Of(db).Hush();
            var run = new ErasureRun(db, calendar, now, id, options?.OneByOne == true);
            var outcome = await run.IsHeldAsync(db, subject, id, cancel).ConfigureAwait(false)
                ? ErasureOutcome.RefusedByLegalHold
                : await steps(run, cancel).ConfigureAwait(false);
            await run._statements.SendAsync(cancel).ConfigureAwait(false);
            // Nothing found: an erasure that could not say so any more may have left the keys. Another tenant's person has
            // theirs, and so has one whose record is of another type that shares these keys.
            var isGone = outcome == ErasureOutcome.Erased || outcome == ErasureOutcome.NothingFound && !run._isHidden && !run._isElsewhere;
            // Placed while the erasure waited for its locks: nothing is committed yet, and nothing will be. Without a row there
            // are still keys to lose, by which backups are read.
            if (isGone && hasHolds)
            {
                await LegalHolds.ShutOutAsync(db, subject, id, cancel).ConfigureAwait(false);
                if (await run.IsHeldByNowAsync(db, subject, id, cancel).ConfigureAwait(false))
                    (outcome, isGone) = (ErasureOutcome.RefusedByLegalHold, false);
            }

            if (outcome == ErasureOutcome.Erased)
                await AuditedOperations.ErasedAsync(db, subject, id, run._entries, cancel).ConfigureAwait(false);
            if (isGone && outcome == ErasureOutcome.NothingFound && db.Model.FindEntityType(typeof(PrivacyAuditPerson)) is not null)
                await AuditPeople.Of(db, subject, id).ExecuteDeleteAsync(cancel).ConfigureAwait(false);
            keys = isGone && !dryRun && !leavesKeys
                ? await KeyErasure.AskAsync(db, subject, id, isOwnTransaction: !isInside, now, cancel).ConfigureAwait(false)
                : null;
            return new(subject, id, outcome, now, dryRun, run._entries.ToImmutable()) { IsHidden = run._isHidden };
        }
    }

    /// <summary>Anchors before it have served a legal minimum; those at it or after it are still kept.</summary>
    public RetentionCutoff Minimum(int count, RetentionUnit unit) => _calendar.Minimum(new(count, unit), _now);

    /// <summary>Whether the subject is there, hidden or not, and not another tenant's than the context's own.</summary>
    public async Task<bool> FindsAsync<TEntity>(IQueryable<TEntity> subject, CancellationToken cancel)
    {
        await _statements.SendAsync(cancel).ConfigureAwait(false);
        if (await Visibility.Within(_db, subject).AnyAsync(cancel).ConfigureAwait(false))
            return true;
        await FindsNobodyAsync(subject, cancel).ConfigureAwait(false);
        return false;
    }

    /// <summary>Whether the subject is there, hidden or not, and not another tenant's than the context's own.</summary>
    /// <param name="subject">Their row: the same query each time, but for the values that the lambda captures.</param>
    /// <param name="cancel">Rolls back.</param>
    public async Task<bool> FindsAsync<TEntity>(Func<IQueryable<TEntity>> subject, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (!_areJoined || !Visibility.IsUnfiltered<TEntity>(_db))
            return await FindsAsync(subject(), cancel).ConfigureAwait(false);
        var isFound = false;
        await _statements.FindAsync(subject, found => isFound = found, cancel).ConfigureAwait(false);
        await _statements.SendAsync(cancel).ConfigureAwait(false);
        if (!isFound)
            await FindsNobodyAsync(subject(), cancel).ConfigureAwait(false);
        return isFound;
    }

    private async Task FindsNobodyAsync<TEntity>(IQueryable<TEntity> subject, CancellationToken cancel)
    {
        _isHidden = await subject.AnyAsync(cancel).ConfigureAwait(false);
        _isElsewhere = await HierarchyRow.IsThereAsync(_db, typeof(TEntity), _id, cancel).ConfigureAwait(false);
    }

    /// <summary>
    /// Keeps everybody else from rows of the subject, and from referring to them, until the erasure ends: what another
    /// transaction is about to add to them is either there before, and erased, or finds nothing to be added to.
    /// </summary>
    /// <param name="rows">The rows; the subject's own first, then what refers to it, step by step.</param>
    /// <param name="cancel">Rolls back.</param>
    public async Task LockAsync<TEntity>(IQueryable<TEntity> rows, CancellationToken cancel)
    {
        await _statements.SendAsync(cancel).ConfigureAwait(false);
        await new RowSet<TEntity>(_db, rows).LockAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>
    /// Keeps everybody else from rows of the subject, and from referring to them, until the erasure ends: what another
    /// transaction is about to add to them is either there before, and erased, or finds nothing to be added to. The statement
    /// goes with those that follow.
    /// </summary>
    /// <param name="rows">
    /// The rows; the subject's own first, then what refers to it, step by step: the same query each time, but for the values that
    /// the lambda captures.
    /// </param>
    /// <param name="cancel">Rolls back.</param>
    public Task LockAsync<TEntity>(Func<IQueryable<TEntity>> rows, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (!_areJoined)
            return LockAsync(rows(), cancel);
        _statements.Lock(rows);
        return Task.CompletedTask;
    }

    /// <summary>Whether a legal hold lies on any of the rows; if so the receipt says on how many.</summary>
    public async Task<bool> IsHeldAsync<TEntity>(PrivacyRule rule, IQueryable<TEntity> held, CancellationToken cancel)
    {
        await _statements.SendAsync(cancel).ConfigureAwait(false);
        var rows = await held.CountAsync(cancel).ConfigureAwait(false);
        Add(rule, rows);
        return rows > 0;
    }

    /// <summary>Whether a legal hold lies on any of the rows; if so the receipt says on how many.</summary>
    /// <param name="rule">What the receipt says.</param>
    /// <param name="held">The rows: the same query each time, but for the values that the lambda captures.</param>
    /// <param name="cancel">Rolls back.</param>
    public async Task<bool> IsHeldAsync<TEntity>(PrivacyRule rule, Func<IQueryable<TEntity>> held, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(held);
        if (!_areJoined)
            return await IsHeldAsync(rule, held(), cancel).ConfigureAwait(false);
        var rows = 0;
        await _statements.CountAsync(held, count => rows = count, cancel).ConfigureAwait(false);
        await _statements.SendAsync(cancel).ConfigureAwait(false);
        Add(rule, rows);
        return rows > 0;
    }

    /// <summary>
    /// Whether a legal hold lies on somebody whose any of the rows are; if so the receipt says on how many. Where nobody at all
    /// is held, the rows are not asked.
    /// </summary>
    /// <param name="rule">What the receipt says.</param>
    /// <param name="held">The rows, of which <see cref="IsHeld"/> is asked.</param>
    /// <param name="cancel">Rolls back.</param>
    public async Task<bool> IsSomebodyHeldAsync<TEntity>(PrivacyRule rule, Func<IQueryable<TEntity>> held, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(held);
        if (_people is null)
        {
            // When the locks are taken, once: who is held by then is held for this erasure.
            await _statements.SendAsync(cancel).ConfigureAwait(false);
            _people = new(_db);
            await _people.RefreshAsync(_now, cancel).ConfigureAwait(false);
        }

        return !_people.AreNone && await IsHeldAsync(rule, _people.In(held()), cancel).ConfigureAwait(false);
    }

    /// <summary>In a query of <see cref="IsSomebodyHeldAsync"/>: whether a legal hold stands on the person of a key.</summary>
    /// <param name="subject">The kind of person.</param>
    /// <param name="root">The class of their own record.</param>
    /// <param name="key">Its key, column by column.</param>
    /// <exception cref="InvalidOperationException">It was called, and not asked in a query.</exception>
    public bool IsHeld(string subject, Type root, params object?[] key) =>
        throw new InvalidOperationException($"{nameof(IsHeld)} is a part of an erasure's queries, and is not called.");

    /// <summary>Whether a hold lies on the person; models without <c>UsePrivacy()</c> have none.</summary>
    private async Task<bool> IsHeldAsync(DbContext db, string subject, string id, CancellationToken cancel) =>
        db.Model.FindEntityType(typeof(PrivacyHold)) is not null
        && await IsHeldAsync(
            Hold, LegalHolds.On(db, subject, id, _now), cancel).ConfigureAwait(false);

    /// <summary>Whether one lies on the person that was not there before; then the receipt says that and nothing else.</summary>
    private async Task<bool> IsHeldByNowAsync(DbContext db, string subject, string id, CancellationToken cancel)
    {
        var done = _entries.Count;
        if (!await IsHeldAsync(db, subject, id, cancel).ConfigureAwait(false))
            return false;
        _entries.RemoveRange(0, done);
        return true;
    }

    /// <summary>Changes fields of rows, over every table that they lie in.</summary>
    public async Task ChangeAsync<TEntity>(
        PrivacyRule rule, IQueryable<TEntity> rows, Action<FieldChanges<TEntity>> set, CancellationToken cancel)
    {
        await _statements.SendAsync(cancel).ConfigureAwait(false);
        var changes = new FieldChanges<TEntity>();
        set(changes);
        Add(rule, await new RowSet<TEntity>(_db, rows).ChangeAsync(changes, cancel).ConfigureAwait(false));
    }

    /// <summary>Changes fields of rows, over every table that they lie in. One statement goes with those that follow.</summary>
    /// <param name="rule">What the receipt says.</param>
    /// <param name="rows">The rows: the same query each time, but for the values that the lambda captures.</param>
    /// <param name="set">What is set.</param>
    /// <param name="cancel">Rolls back.</param>
    public async Task ChangeAsync<TEntity>(
        PrivacyRule rule, Func<IQueryable<TEntity>> rows, Action<FieldChanges<TEntity>> set, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(set);
        if (!_areJoined || !await _statements.TryChangeAsync(rows, set, count => Add(rule, count), cancel).ConfigureAwait(false))
            await ChangeAsync(rule, rows(), set, cancel).ConfigureAwait(false);
    }

    /// <summary>Deletes rows, from every table that they and their parts lie in.</summary>
    public async Task EraseAsync<TEntity>(PrivacyRule rule, IQueryable<TEntity> rows, CancellationToken cancel)
    {
        await _statements.SendAsync(cancel).ConfigureAwait(false);
        Add(rule, await new RowSet<TEntity>(_db, rows).DeleteAsync(
            (part, count) => Add(Part(rule, part), count), cancel).ConfigureAwait(false));
    }

    /// <summary>Deletes rows, from every table that they and their parts lie in. One statement goes with those that follow.</summary>
    /// <param name="rule">What the receipt says.</param>
    /// <param name="rows">The rows: the same query each time, but for the values that the lambda captures.</param>
    /// <param name="cancel">Rolls back.</param>
    public async Task EraseAsync<TEntity>(PrivacyRule rule, Func<IQueryable<TEntity>> rows, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (!_areJoined || !await _statements.TryDeleteAsync(rows, count => Add(rule, count), cancel).ConfigureAwait(false))
            await EraseAsync(rule, rows(), cancel).ConfigureAwait(false);
    }

    /// <summary>Deletes rows that refer to each other, as long as the query finds some: those first to which none refers.</summary>
    public async Task EraseLevelsAsync<TEntity>(PrivacyRule rule, IQueryable<TEntity> rows, CancellationToken cancel)
    {
        await _statements.SendAsync(cancel).ConfigureAwait(false);
        var (total, gone) = (0, 0);
        do
        {
            gone = await new RowSet<TEntity>(_db, rows).DeleteAsync((part, count) => Add(Part(rule, part), count), cancel)
                .ConfigureAwait(false);
            total += gone;
        }
        while (gone > 0);
        Add(rule, total);
    }

    /// <summary>Notes rows that stay for the sake of others.</summary>
    public async Task KeepAsync<TEntity>(PrivacyRule rule, IQueryable<TEntity> rows, CancellationToken cancel)
    {
        await _statements.SendAsync(cancel).ConfigureAwait(false);
        Add(rule, await rows.CountAsync(cancel).ConfigureAwait(false));
    }

    /// <summary>Notes rows that stay for the sake of others. The statement goes with those that follow.</summary>
    /// <param name="rule">What the receipt says.</param>
    /// <param name="rows">The rows: the same query each time, but for the values that the lambda captures.</param>
    /// <param name="cancel">Rolls back.</param>
    public async Task KeepAsync<TEntity>(PrivacyRule rule, Func<IQueryable<TEntity>> rows, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (_areJoined)
            await _statements.CountAsync(rows, count => Add(rule, count), cancel).ConfigureAwait(false);
        else
            await KeepAsync(rule, rows(), cancel).ConfigureAwait(false);
    }

    /// <summary>Notes rows that a legal minimum keeps, by the moments from which it counts.</summary>
    public async Task KeepAsync(
        PrivacyRule rule, IQueryable<DateTimeOffset?> anchors, int count, RetentionUnit unit, CancellationToken cancel)
    {
        await _statements.SendAsync(cancel).ConfigureAwait(false);
        var rows = await anchors.CountAsync(cancel).ConfigureAwait(false);
        if (rows == 0)
            return;

        var begun = !await anchors.AnyAsync(anchor => anchor == null, cancel).ConfigureAwait(false);
        Add(rule, rows, LastDay(new(count, unit), begun ? await anchors.MaxAsync(cancel).ConfigureAwait(false) : null));
    }

    /// <summary>Notes rows that a legal minimum keeps, by the moments from which it counts. The statement goes with those that follow.</summary>
    /// <param name="rule">What the receipt says.</param>
    /// <param name="anchors">What is picked: the same query each time, but for the values that the lambda captures.</param>
    /// <param name="count">How many units the minimum has.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="cancel">Rolls back.</param>
    public async Task KeepAsync(
        PrivacyRule rule, Func<IQueryable<DateTimeOffset?>> anchors, int count, RetentionUnit unit, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(anchors);
        if (!_areJoined || !await _statements.TryCountAsync(
                anchors, (rows, last) => Add(rule, rows, LastDay(new(count, unit), last)), cancel).ConfigureAwait(false))
            await KeepAsync(rule, anchors(), count, unit, cancel).ConfigureAwait(false);
    }

    /// <summary>Notes rows that a legal minimum keeps, by the moments (UTC) from which it counts.</summary>
    public async Task KeepAsync(
        PrivacyRule rule, IQueryable<DateTime?> anchors, int count, RetentionUnit unit, CancellationToken cancel)
    {
        await _statements.SendAsync(cancel).ConfigureAwait(false);
        var rows = await anchors.CountAsync(cancel).ConfigureAwait(false);
        if (rows == 0)
            return;

        var begun = !await anchors.AnyAsync(anchor => anchor == null, cancel).ConfigureAwait(false);
        Add(rule, rows, LastDay(new(count, unit), begun ? await anchors.MaxAsync(cancel).ConfigureAwait(false) : null));
    }

    /// <summary>Notes rows that a legal minimum keeps, by the moments (UTC) from which it counts. The statement goes with those that follow.</summary>
    /// <param name="rule">What the receipt says.</param>
    /// <param name="anchors">What is picked: the same query each time, but for the values that the lambda captures.</param>
    /// <param name="count">How many units the minimum has.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="cancel">Rolls back.</param>
    public async Task KeepAsync(
        PrivacyRule rule, Func<IQueryable<DateTime?>> anchors, int count, RetentionUnit unit, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(anchors);
        if (!_areJoined || !await _statements.TryCountAsync(
                anchors, (rows, last) => Add(rule, rows, LastDay(new(count, unit), last)), cancel).ConfigureAwait(false))
            await KeepAsync(rule, anchors(), count, unit, cancel).ConfigureAwait(false);
    }

    /// <summary>Notes rows that a legal minimum keeps, by the days from which it counts.</summary>
    public async Task KeepAsync(
        PrivacyRule rule, IQueryable<DateOnly?> anchors, int count, RetentionUnit unit, CancellationToken cancel)
    {
        await _statements.SendAsync(cancel).ConfigureAwait(false);
        var rows = await anchors.CountAsync(cancel).ConfigureAwait(false);
        if (rows == 0)
            return;

        var begun = !await anchors.AnyAsync(anchor => anchor == null, cancel).ConfigureAwait(false);
        Add(rule, rows, LastDay(new(count, unit), begun ? await anchors.MaxAsync(cancel).ConfigureAwait(false) : null));
    }

    /// <summary>Notes rows that a legal minimum keeps, by the days from which it counts. The statement goes with those that follow.</summary>
    /// <param name="rule">What the receipt says.</param>
    /// <param name="anchors">What is picked: the same query each time, but for the values that the lambda captures.</param>
    /// <param name="count">How many units the minimum has.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="cancel">Rolls back.</param>
    public async Task KeepAsync(
        PrivacyRule rule, Func<IQueryable<DateOnly?>> anchors, int count, RetentionUnit unit, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(anchors);
        if (!_areJoined || !await _statements.TryCountAsync(
                anchors, (rows, last) => Add(rule, rows, LastDay(new(count, unit), last)), cancel).ConfigureAwait(false))
            await KeepAsync(rule, anchors(), count, unit, cancel).ConfigureAwait(false);
    }

    private DateOnly? LastDay(RetentionPeriod minimum, DateTimeOffset? last) =>
        last is { } anchor ? _calendar.LastDayOfMinimum(minimum, anchor) : null;

    private DateOnly? LastDay(RetentionPeriod minimum, DateTime? last) =>
        last is { } anchor ? _calendar.LastDayOfMinimum(minimum, new DateTimeOffset(anchor.Ticks, TimeSpan.Zero)) : null;

    private DateOnly? LastDay(RetentionPeriod minimum, DateOnly? last) =>
        last is { } anchor ? _calendar.LastDayOfMinimum(minimum, anchor) : null;

    private static PrivacyRule Part(PrivacyRule rule, string part) =>
        rule with { Entity = part, Fields = [], Reason = $"a part of {rule.Entity} rows that are erased" };

    private void Add(PrivacyRule rule, int rows, DateOnly? keptUntil = null)
    {
        if (rows > 0)
            _entries.Add(new(rule, rows, keptUntil));
    }
}
