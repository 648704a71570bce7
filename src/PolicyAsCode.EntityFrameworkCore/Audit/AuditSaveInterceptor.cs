using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Records what <c>SaveChanges</c> changes, in the transaction of the change: in the application's where one is open,
/// otherwise in EF Core's own, at its commit, when the keys that the database makes are known.
/// </summary>
[Audits]
internal sealed class AuditSaveInterceptor(AuditTrail trail) : SaveChangesInterceptor
{
    public AuditTrail Trail => trail;

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Begin(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Begin(eventData.Context!);
        return new(result);
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        // Nothing in it is asynchronous then.
        SavedAsync(eventData.Context!, isAsync: false, default).AsTask().GetAwaiter().GetResult();
        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        await SavedAsync(eventData.Context!, isAsync: true, cancellationToken).ConfigureAwait(false);
        return result;
    }

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => End(eventData.Context!);

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        End(eventData.Context!);
        return Task.CompletedTask;
    }

    public override void SaveChangesCanceled(DbContextEventData eventData) => End(eventData.Context!);

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        End(eventData.Context!);
        return Task.CompletedTask;
    }

    private void Begin(DbContext db)
    {
        End(db);
        var session = AuditSession.Of(db);
        if (session.IsSilent)
            return;
        session.Saving.AddRange(new ChangeReader(db, trail.ModelOf(db)).Read());
        if (session.Saving.Count == 0 || AuditSession.IsInTransaction(db))
            return;
        session.WritesOnCommit = true;
        session.Before = db.Database.AutoTransactionBehavior;
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
    }

    private async ValueTask SavedAsync(DbContext db, bool isAsync, CancellationToken cancel)
    {
        var session = AuditSession.Of(db);
        try
        {
            if (!session.WritesOnCommit && session.Saving.Count > 0)
                await new AuditWriter(db).WriteAsync(PendingChanges.Drafts(trail, db, session.Saving), isAsync, cancel).ConfigureAwait(false);
        }
        finally
        {
            End(db);
        }
    }

    private static void End(DbContext db)
    {
        var session = AuditSession.Of(db);
        session.Saving.Clear();
        session.WritesOnCommit = false;
        if (session.Before is { } before)
            db.Database.AutoTransactionBehavior = before;
        session.Before = null;
    }
}
