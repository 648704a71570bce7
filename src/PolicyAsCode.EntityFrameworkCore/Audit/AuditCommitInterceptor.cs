using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Writes the records of a save into the transaction that EF Core has opened for it, before it commits.</summary>
internal sealed class AuditCommitInterceptor(AuditTrail trail) : DbTransactionInterceptor
{
    public override InterceptionResult TransactionCommitting(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result)
    {
        // Nothing in it is asynchronous then.
        WriteAsync(eventData.Context, isAsync: false, default).AsTask().GetAwaiter().GetResult();
        return result;
    }

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        await WriteAsync(eventData.Context, isAsync: true, cancellationToken).ConfigureAwait(false);
        return result;
    }

    // A commit that fails is tried again with the whole save: what is pending stays until the save is over.
    private async ValueTask WriteAsync(DbContext? db, bool isAsync, CancellationToken cancel)
    {
        if (db is not null && AuditSession.Of(db) is { WritesOnCommit: true, Saving: { Count: > 0 } saving })
            await new AuditWriter(db).WriteAsync(PendingChanges.Drafts(trail, db, saving), isAsync, cancel).ConfigureAwait(false);
    }
}
