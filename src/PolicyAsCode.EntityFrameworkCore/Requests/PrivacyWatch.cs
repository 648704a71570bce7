using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Looks at deadlines and at the outbox, says what is late, and forgets what has been closed for long enough.</summary>
internal sealed partial class PrivacyWatch(
    PrivacyDatabase database, TimeProvider time, PrivacyMetrics metrics, IOptions<PrivacyRequestOptions> options,
    IOptions<PrivacyOutboxOptions> outbox, ILogger<PrivacyWatch> log)
{
    private const int Batch = 500;

    // Whoever types a code in its last minute types it once more after a lost answer.
    private static readonly TimeSpan s_codeTime = TimeSpan.FromHours(1);

    public Task LookAsync(CancellationToken cancel) => database.RunAsync(async db =>
    {
        var now = time.GetUtcNow();
        var requests = db.Set<PrivacyRequest>().AsNoTracking();
        var overdue = await RequestDeadlines.Overdue(requests, now).OrderBy(request => request.DueAt)
            .Select(request => new { request.Id, request.Right, request.State, request.DueOn })
            .ToListAsync(cancel).ConfigureAwait(false);
        foreach (var request in overdue)
            LogOverdue(request.Id, request.Right, request.State, request.DueOn);
        var dueSoon = await RequestDeadlines.DueSoon(requests, now, options.Value.DueSoon)
            .CountAsync(cancel).ConfigureAwait(false);
        if (dueSoon > 0)
            LogDueSoon(dueSoon);
        var waiting = await RequestDeadlines.Waiting(requests, now, options.Value.WaitingAfter)
            .CountAsync(cancel).ConfigureAwait(false);
        if (waiting > 0)
            LogWaiting(waiting);
        var givenUp = await PrivacyOutbox.GivenUp(db.Set<PrivacyOutboxMessage>(), outbox.Value.MaxAttempts, now)
            .CountAsync(cancel).ConfigureAwait(false);
        if (givenUp > 0)
            LogGivenUp(givenUp);
        var unproved = await RequestDeadlines.Unproved(requests, now).CountAsync(cancel).ConfigureAwait(false);
        metrics.Watched(overdue.Count, unproved, dueSoon, waiting, givenUp);
        await ForgetAsync(db, now, cancel).ConfigureAwait(false);
        return true;
    });

    private async Task ForgetAsync(DbContext db, DateTimeOffset now, CancellationToken cancel)
    {
        var closedBefore = now - options.Value.ClosedLifetime;
        await db.Set<PrivacyRequest>().Where(request => request.ClosedAt < closedBefore && request.SubjectId != null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(request => request.SubjectId, (string?)null)
                    .SetProperty(request => request.Version, request => request.Version + 1),
                cancel).ConfigureAwait(false);
        await ForgetUnverifiedAsync(db, now, cancel).ConfigureAwait(false);
        var sentBefore = now - options.Value.SentLifetime;
        await db.Set<PrivacyOutboxMessage>().Where(message => message.SentAt < sentBefore)
            .ExecuteDeleteAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Of whom nobody proved that they asked, nothing stays: neither the request nor the codes that were sent for it.</summary>
    private async Task ForgetUnverifiedAsync(DbContext db, DateTimeOffset now, CancellationToken cancel)
    {
        var receivedBefore = now - options.Value.UnverifiedLifetime;
        var codesBefore = now - s_codeTime;
        await db.Set<PrivacyRequest>().Where(request => request.CodeExpiresAt < codesBefore).ExecuteUpdateAsync(
            set => set.SetProperty(request => request.CodeSalt, (byte[]?)null)
                .SetProperty(request => request.CodeHash, (byte[]?)null)
                .SetProperty(request => request.CodeExpiresAt, (DateTimeOffset?)null)
                .SetProperty(request => request.Version, request => request.Version + 1),
            cancel).ConfigureAwait(false);
        List<Guid> ids;
        do
        {
            ids = await Expired(db).OrderBy(request => request.ReceivedAt).Select(request => request.Id).Take(Batch)
                .ToListAsync(cancel).ConfigureAwait(false);
            if (ids.Count > 0)
                await db.Database.CreateExecutionStrategy().ExecuteAsync(DeleteAsync).ConfigureAwait(false);
        }
        while (ids.Count == Batch);

        async Task DeleteAsync()
        {
            var transaction = await db.Database.BeginTransactionAsync(cancel).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                // Vouched for at the last moment: it stays, with its messages.
                await Expired(db).Where(request => ids.Contains(request.Id)).ExecuteDeleteAsync(cancel).ConfigureAwait(false);
                await db.Set<PrivacyOutboxMessage>()
                    .Where(message => ids.Contains(message.RequestId)
                        && !db.Set<PrivacyRequest>().Any(request => request.Id == message.RequestId))
                    .ExecuteDeleteAsync(cancel).ConfigureAwait(false);
                await transaction.CommitAsync(cancel).ConfigureAwait(false);
            }
        }

        IQueryable<PrivacyRequest> Expired(DbContext tables) => tables.Set<PrivacyRequest>().Where(request =>
            request.ClosedAt == null && request.State == PrivacyRequestState.Received && request.ReceivedAt <= receivedBefore);
    }

    [LoggerMessage(20, LogLevel.Error, "Privacy request {RequestId} ({Right}) is {State} and late: it was due on {DueOn}")]
    private partial void LogOverdue(Guid requestId, PrivacyRight right, PrivacyRequestState state, DateOnly? dueOn);

    [LoggerMessage(21, LogLevel.Warning, "{Count} privacy requests are soon late")]
    private partial void LogDueSoon(int count);

    [LoggerMessage(24, LogLevel.Warning, "{Count} privacy requests wait for their confirmation, from which their time counts")]
    private partial void LogWaiting(int count);

    [LoggerMessage(22, LogLevel.Error, "{Count} messages of the privacy outbox are given up; a person must look")]
    private partial void LogGivenUp(int count);
}
