using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Does what a request asks for, in one transaction: the request is claimed first, so that another node waits and then
/// finds it done; what was done, the receipt and the messages that follow from it come into the database together.
/// </summary>
internal sealed class RequestExecution(
    PrivacyDatabase database, PolicyRights rights, NoticeWriter notices, TimeProvider time,
    IOptions<PrivacyRequestOptions> options)
{
    private const string Through = "request";

    public async Task<PrivacyRequest> RunAsync(Guid id, string? by, CancellationToken cancel)
    {
        // Its tenant is known before the context is made that sees that tenant's people and nobody else's.
        var tenant = await database.RunAsync(db => db.Set<PrivacyRequest>().Where(request => request.Id == id)
            .Select(request => request.Tenant).SingleAsync(cancel)).ConfigureAwait(false);
        return await database.RunForAsync(tenant, (db, services) => RunAsync(db, services, id, by, cancel)).ConfigureAwait(false);
    }

    private Task<PrivacyRequest> RunAsync(
        DbContext db, IServiceProvider services, Guid id, string? by, CancellationToken cancel) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            var transaction = await db.Database.BeginTransactionAsync(RowLocks.IsolationIn(db), cancel).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                var request = await ReadAsync(db, id, cancel).ConfigureAwait(false);
                if (request.ExecutedAt is not null)
                    return request;
                Check(request, by);
                var now = time.GetUtcNow();
                var corrections = request.Corrections;
                (request.State, request.ExecutedAt, request.ExecutedBy) = (PrivacyRequestState.Running, now, by);
                (request.Words, request.Corrections) = (null, null);
                request.Version++;
                await db.SaveChangesAsync(cancel).ConfigureAwait(false);

                var (subject, subjectId) = (request.Subject, request.SubjectId!);
                var receipt = await ServeAsync(db, services, request, corrections, now, cancel).ConfigureAwait(false);

                // Whatever served it may have emptied the context: the request is read again, and changed as it is now.
                db.ChangeTracker.Clear();
                request = await ReadAsync(db, id, cancel).ConfigureAwait(false);
                request.Receipt = JsonSerializer.Serialize(receipt, PrivacyJson.Default.RequestReceipt);
                if (request.Right is PrivacyRight.Access or PrivacyRight.Portability)
                    request.CopyUntil = now + options.Value.CopyLifetime;
                foreach (var store in receipt.Stores)
                    db.Add(OutboxMessages.Erase(request, store, subject, subjectId, now));
                Finish(db, request, receipt, now);
                request.Version++;
                await db.SaveChangesAsync(cancel).ConfigureAwait(false);
                await transaction.CommitAsync(cancel).ConfigureAwait(false);
                return request;
            }
        });

    private static Task<PrivacyRequest> ReadAsync(DbContext db, Guid id, CancellationToken cancel) =>
        db.Set<PrivacyRequest>().SingleAsync(request => request.Id == id, cancel);

    private void Check(PrivacyRequest request, string? by)
    {
        var promised = rights.Find(request.Right);
        if (request.VerifiedAt is null)
            throw new PrivacyRequestStepException(request, "executed", "identity is verified first.", promised);
        if (request.State != PrivacyRequestState.Confirmed)
            throw request.ClosedAt is null
                ? new PrivacyRequestStepException(request, "executed", "it is confirmed to the person first.", promised)
                : new PrivacyRequestStepException(request, "executed", "it is closed.");
        if (rights[request.Right].IsEvaluated && string.IsNullOrWhiteSpace(by))
            throw new PrivacyRequestStepException(request, "executed", "the policy has a person weigh it first: say who did.", promised);
    }

    /// <summary>The last message waits until the stores are done: it says that everything is.</summary>
    private void Finish(DbContext db, PrivacyRequest request, RequestReceipt receipt, DateTimeOffset now)
    {
        var isDone = receipt.Stores.IsEmpty;
        if (isDone)
            (request.State, request.DoneAt) = (PrivacyRequestState.Done, now);
        if (OutboxMessages.Notify(request, PrivacyNotice.Done, notices.Done(request, receipt), now) is { } message)
        {
            message.NextAttemptAt = isDone ? now : null;
            db.Add(message);
        }

        if (request.Right != PrivacyRight.Erasure)
            return;
        // From here on the outbox alone knows whom it was about, and only until it is done.
        (request.SubjectId, request.AddressKind, request.Address) = (null, null, null);
        RequestClosing.ForgetCode(request);
    }

    private async Task<RequestReceipt> ServeAsync(
        DbContext db, IServiceProvider services, PrivacyRequest request, string? corrections, DateTimeOffset now,
        CancellationToken cancel)
    {
        var (subject, subjectId) = (request.Subject, request.SubjectId!);
        switch (request.Right)
        {
            case PrivacyRight.Erasure:
                return await EraseAsync(db, services, request.Id, subject, subjectId, now, cancel).ConfigureAwait(false);
            case PrivacyRight.Rectification:
                var rectification = Rectification(services);
                var fields = (await rectification.CorrectAsync(
                    subject, subjectId, JsonSerializer.Deserialize(corrections!, PrivacyJson.Default.ListFieldCorrection)!, cancel)
                    .ConfigureAwait(false)).ToLookup(rectification.ConfirmedFirst.Contains);
                return new() { CorrectedFields = [.. fields[false]], BegunFields = [.. fields[true]] };
            case PrivacyRight.Restriction or PrivacyRight.Objection:
                var kind = request.Right == PrivacyRight.Objection
                    ? PrivacyRestrictionKind.Objection
                    : PrivacyRestrictionKind.Restriction;
                db.Add(new PrivacyRestriction(request.Id, kind, subject, subjectId, request.Purpose, now));
                await db.SaveChangesAsync(cancel).ConfigureAwait(false);
                return new();
            case PrivacyRight.ConsentWithdrawal:
                await Consents.WithdrawAsync(
                    db, services, subject, subjectId, request.Purpose, Through, request.Tenant, now, cancel).ConfigureAwait(false);
                return new();
            default:
                // A copy is written when it is fetched: nothing of it lies about meanwhile. That somebody can is seen now.
                RequireCopies(services, request);
                return new();
        }
    }

    private void RequireCopies(IServiceProvider services, PrivacyRequest request)
    {
        var known = database.ExportOf(services)?.Subjects ?? [];
        if (!known.Contains(request.Subject))
            throw new PrivacyRequestStepException(
                request, "executed", $"nobody writes copies of a '{request.Subject}'"
                + (known.Count == 0 ? "" : $" (of {string.Join(", ", known.Order(StringComparer.Ordinal).Select(kind => $"'{kind}'"))} they are written)")
                + $": register an {nameof(ISubjectExport)} that does.");
    }

    private ISubjectRectification Rectification(IServiceProvider services) =>
        database.RectificationOf(services) ?? throw new InvalidOperationException(
            $"No {nameof(ISubjectRectification)} is registered: add AddPrivacyOperations for the context, or one of your own.");

    private async Task<RequestReceipt> EraseAsync(
        DbContext db, IServiceProvider services, Guid id, string subject, string subjectId, DateTimeOffset now,
        CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        // The erasure looks for holds as well, by its own word for the person, which may be a broader one.
        await RequireFreeAsync(db, id, subject, subjectId, now, cancel).ConfigureAwait(false);
        var stores = services.GetServices<ISubjectDataStore>().Select(store => store.Name).Order(StringComparer.Ordinal).ToList();
        var receipt = await (database.ErasureOf(services) ?? throw new InvalidOperationException(
                $"Nothing erases people in {db.GetType().Name}: call AddPrivacyOperations<{db.GetType().Name}>()."))
            .EraseAsync(subject, subjectId, new() { LeavesKeys = stores.Contains(SubjectKeyStore.StoreName) }, cancel)
            .ConfigureAwait(false);
        if (receipt.Outcome == ErasureOutcome.RefusedByLegalHold)
            throw new PrivacyRequestHeldException(id, receipt);
        if (receipt is { Outcome: ErasureOutcome.NothingFound, IsHidden: true })
            throw new PrivacyRequestHiddenException(id);

        // The run time's own tables know the person as well.
        await db.Set<PrivacyConsent>().Where(row => row.Subject == subject && row.SubjectId == subjectId)
            .ExecuteDeleteAsync(cancel).ConfigureAwait(false);
        await db.Set<PrivacyRestriction>().Where(row => row.Subject == subject && row.SubjectId == subjectId)
            .ExecuteDeleteAsync(cancel).ConfigureAwait(false);
        await db.Set<PrivacyHold>()
            .Where(row => row.Subject == subject && row.SubjectId == subjectId && row.Until <= now)
            .ExecuteDeleteAsync(cancel).ConfigureAwait(false);
        // Placed while the rows went: nothing is committed yet, and nothing will be.
        await RequireFreeAsync(db, id, subject, subjectId, now, cancel).ConfigureAwait(false);
        await ForgetOtherRequestsAsync(db, id, subject, subjectId, now, cancel).ConfigureAwait(false);
        await ForgetWithdrawalsAsync(
            db, services.GetRequiredService<IOptions<PrivacyOutboxOptions>>().Value.MaxAttempts, subject, subjectId, now, cancel).ConfigureAwait(false);
        return RequestReceipt.Of(receipt, stores);
    }

    private static async Task RequireFreeAsync(
        DbContext db, Guid id, string subject, string subjectId, DateTimeOffset now, CancellationToken cancel)
    {
        var holds = await LegalHolds.On(db, subject, subjectId, now).CountAsync(cancel).ConfigureAwait(false);
        if (holds > 0)
            throw new PrivacyRequestHeldException(id, new(
                subject, subjectId, ErasureOutcome.RefusedByLegalHold, now, DryRun: false, [new(ErasureRun.Hold, holds)]));
    }

    /// <summary>
    /// Messages that did not reach the person, given up or not, are not sent any more: they would keep the address and
    /// the words of somebody who is gone. Stores go on, which erase.
    /// </summary>
    internal static Task<int> CloseMessagesAsync(
        DbContext db, IQueryable<PrivacyOutboxMessage> messages, DateTimeOffset now, CancellationToken cancel) =>
        CloseAsync(messages.Where(message => message.Kind == PrivacyOutboxKind.Notification), now, cancel);

    /// <summary>
    /// Withdrawals that were given up wait for somebody to look at them, and name the person as long as they do. Those that are
    /// still tried go on: a part of the application that is away for a while hears of them, and then nothing names anybody.
    /// </summary>
    private static async Task ForgetWithdrawalsAsync(
        DbContext db, int mostAttempts, string subject, string subjectId, DateTimeOffset now, CancellationToken cancel)
    {
        var givenUp = db.Set<PrivacyOutboxMessage>().Where(message => message.Kind == PrivacyOutboxKind.ConsentWithdrawal
            && message.SentAt == null && message.Attempts >= mostAttempts && (message.LeasedUntil == null || message.LeasedUntil <= now));
        // Whom one is about stands in what it says, which may be sealed: few are ever given up.
        var theirs = new List<Guid>();
        foreach (var id in await givenUp.Select(message => message.Id).ToListAsync(cancel).ConfigureAwait(false))
            if (await WithdrawalAsync(db, id, cancel).ConfigureAwait(false) is { } told
                && told.Subject == subject && told.SubjectId == subjectId)
                theirs.Add(id);
        if (theirs.Count > 0)
            await CloseAsync(givenUp.Where(message => theirs.Contains(message.Id)), now, cancel).ConfigureAwait(false);
    }

    /// <summary>
    /// What a message tells; null where nothing opens it any more, as after a backup was brought back: then it names nobody, and
    /// must not keep others from being erased.
    /// </summary>
    private static async Task<ConsentWithdrawal?> WithdrawalAsync(DbContext db, Guid id, CancellationToken cancel)
    {
        try
        {
            return await db.Set<PrivacyOutboxMessage>().AsNoTracking().SingleOrDefaultAsync(message => message.Id == id, cancel)
                .ConfigureAwait(false) is { Payload: { } payload }
                ? JsonSerializer.Deserialize(payload, PrivacyJson.Default.OutboxConsentWithdrawal)!.Withdrawal
                : null;
        }
        catch (InvalidOperationException error) when (error.GetBaseException() is SubjectKeyMissingException)
        {
            return null;
        }
    }

    private static Task<int> CloseAsync(IQueryable<PrivacyOutboxMessage> messages, DateTimeOffset now, CancellationToken cancel) =>
        messages.Where(message => message.SentAt == null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(message => message.SentAt, now)
                    .SetProperty(message => message.Payload, (string?)null)
                    .SetProperty(message => message.LastError, (string?)null)
                    .SetProperty(message => message.LeaseOwner, (Guid?)null)
                    .SetProperty(message => message.LeasedUntil, (DateTimeOffset?)null),
                cancel);

    /// <summary>Requests about somebody who is gone cannot be served; those that were keep what they say, and not of whom.</summary>
    private static async Task ForgetOtherRequestsAsync(
        DbContext db, Guid id, string subject, string subjectId, DateTimeOffset now, CancellationToken cancel)
    {
        var others = db.Set<PrivacyRequest>().Where(request =>
            request.Subject == subject && request.SubjectId == subjectId && request.Id != id);
        await CloseMessagesAsync(
            db, db.Set<PrivacyOutboxMessage>().Where(message => (message.RequestId == id && message.Attempts > 0)
                || others.Select(request => request.Id).Contains(message.RequestId)),
            now, cancel).ConfigureAwait(false);
        var because = $"The person was erased by request {id}.";
        await others.Where(request => request.ClosedAt == null && request.ExecutedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(request => request.State, PrivacyRequestState.Refused)
                .SetProperty(request => request.RefusalReason, because)
                .SetProperty(request => request.ClosedAt, now),
            cancel).ConfigureAwait(false);
        await others.ExecuteUpdateAsync(
            set => set.SetProperty(request => request.SubjectId, (string?)null)
                .SetProperty(request => request.AddressKind, (string?)null)
                .SetProperty(request => request.Address, (string?)null)
                .SetProperty(request => request.Words, (string?)null)
                .SetProperty(request => request.Corrections, (string?)null)
                .SetProperty(request => request.CodeSalt, (byte[]?)null)
                .SetProperty(request => request.CodeHash, (byte[]?)null)
                .SetProperty(request => request.CodeExpiresAt, (DateTimeOffset?)null)
                .SetProperty(request => request.Version, request => request.Version + 1),
            cancel).ConfigureAwait(false);
    }
}
