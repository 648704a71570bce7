using System.Data;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// The steps of requests. Each is one <c>SaveChanges</c>, the message that follows from it included; the request's
/// version decides which of two nodes takes it, and the other one finds it taken.
/// </summary>
internal sealed partial class PrivacyRequests(
    PrivacyDatabase database, PolicyRights rights, NoticeWriter notices, RequestExecution execution,
    IIdentityVerifier verifier, TimeProvider time, IOptions<PrivacyRequestOptions> options,
    ILogger<PrivacyRequests> log) : IPrivacyRequests
{
    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);

    private readonly PrivacyRequestOptions _options = options.Value;

    public async Task<PrivacyRequest> ReceiveAsync(NewPrivacyRequest asked, CancellationToken cancel)
    {
        var right = rights[asked.Right];
        asked.Subject.Fitting(PrivacyTables.TermLength);
        asked.SubjectId.Fitting(PrivacyTables.SubjectIdLength);
        asked.Channel.Fitting(PrivacyTables.WordLength);
        asked.Purpose?.Fitting(PrivacyTables.TermLength);
        asked.VerifiedBy?.Fitting(PrivacyTables.TermLength);
        asked.Tenant?.Fitting(PrivacyTables.SubjectIdLength);
        if (asked.Right == PrivacyRight.Rectification && asked.Corrections.Count == 0)
            throw new ArgumentException("A rectification says what is to be put right.", nameof(asked));

        try
        {
            var tenant = asked.Tenant ?? database.Tenant();
            return await AgainAsync(() => database.RunForAsync(tenant, async (db, services) =>
            {
                asked = asked with
                {
                    Tenant = tenant, SubjectId = database.Canonical(services, asked.Subject, asked.SubjectId),
                };
                var contact = await ContactAsync(services, asked, right, cancel).ConfigureAwait(false);
                return await AloneAsync(db, () => TakeInAsync(db, asked, contact, right, cancel), cancel).ConfigureAwait(false);
            })).ConfigureAwait(false);
        }
        catch (DbUpdateException) when (asked.Id is not null)
        {
            // Another node took in the same request at the same time.
            if (await FindAsync(asked.Id.Value, cancel).ConfigureAwait(false) is { } known)
                return Same(known, asked);
            throw;
        }
    }

    public async Task SendCodeAsync(Guid id, CancellationToken cancel)
    {
        var code = OneTimeCode.Create();
        var (salt, hash) = OneTimeCode.Seal(code);
        var contact = await ContactAsync(id, cancel).ConfigureAwait(false);
        await StepAsync(id, async (db, request) =>
        {
            var now = time.GetUtcNow();
            if (request.CodeSentAt + _options.CodeInterval > now)
                return Taken;
            if (request.VerifiedAt is null)
                RequireReceived(request, "sent a code");
            else if (request.ClosedAt is not null && !(request.CopyUntil > now))
                throw new PrivacyRequestStepException(request, "sent a code", "it is closed.");
            if (contact is null)
                throw new PrivacyRequestStepException(request, "sent a code", "no address of the person is registered.");
            // The newer code makes older ones worthless. One that nobody saw and nobody guessed at, because the mail was
            // down, is not counted either. What they say is not read: its key may be gone.
            var waiting = db.Set<PrivacyOutboxMessage>().Where(message => message.RequestId == id
                && message.Topic == nameof(PrivacyNotice.Code) && message.Kind == PrivacyOutboxKind.Notification
                && message.SentAt == null);
            var older = await waiting.Select(message => new { message.LeasedUntil }).ToListAsync(cancel).ConfigureAwait(false);
            var isUnseen = request.CodeAttempts == 0 && older.Exists(message => !(message.LeasedUntil > now));
            if (!isUnseen && request.VerifiedAt is null && request.CodesSent >= _options.CodesPerRequest)
                throw new PrivacyRequestStepException(request, "sent a code", "too many were sent; somebody must vouch for the person.");
            if (!isUnseen && await CodesOfDayAsync(db, request, now, cancel).ConfigureAwait(false) >= _options.CodesPerPersonPerDay)
                throw new PrivacyRequestStepException(
                    request, "sent a code", "too many were sent to the person within 24 hours; somebody must vouch for them, or wait.");

            await RequestExecution.CloseMessagesAsync(db, waiting, now, cancel).ConfigureAwait(false);
            // Those of earlier days are counted only where they say that nobody proves it.
            if (request.VerifiedAt is not null && request.CodeSentAt <= now - s_day)
                request.CodesSent = 0;
            if (!isUnseen)
                request.CodesSent++;
            (request.CodeSalt, request.CodeHash, request.CodeAttempts) = (salt, hash, 0);
            (request.CodeSentAt, request.CodeExpiresAt) = (now, now + _options.CodeLifetime);
            RequestKeys.BeginAnew(db, request);
            return new(OutboxMessages.Notify(
                request, contact, PrivacyNotice.Code, notices.Code(request, code, request.CodeExpiresAt.Value), now));
        }, cancel, isAlone: true).ConfigureAwait(false);
    }

    public async Task<IdentityOutcome> VerifyIdentityAsync(Guid id, string answer, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(answer);
        // The try is counted before it is looked at, and by its own transaction: neither a crash nor many tries at once
        // win more of them.
        var isCounted = false;
        var request = await StepAsync(id, request =>
        {
            isCounted = false;
            if (request.VerifiedAt is not null && request.CodeHash is null && request.ClosedAt is not null)
                return Taken;
            if (request.VerifiedAt is null)
                RequireReceived(request, "verified");
            if (request.CodeAttempts >= _options.AttemptsPerCode)
                return Taken;
            request.CodeAttempts++;
            isCounted = true;
            return Change;
        }, cancel).ConfigureAwait(false);
        if (!isCounted)
            return request.ClosedAt is null ? IdentityOutcome.TooManyAttempts : IdentityOutcome.NotVerified;

        var isCode = request is { CodeSalt: { } salt, CodeHash: { } hash, CodeExpiresAt: { } until }
            && until > time.GetUtcNow() && OneTimeCode.Matches(answer, salt, hash);
        if (!await verifier.IsProvenAsync(request, new(answer, isCode), cancel).ConfigureAwait(false))
            return request.CodeAttempts < _options.AttemptsPerCode ? IdentityOutcome.NotVerified : IdentityOutcome.TooManyAttempts;

        // Who asks once more, because the answer was lost, proves it once more: the number alone proves nothing.
        if (request.VerifiedAt is null)
            await VerifiedAsync(id, verifier.Name, cancel).ConfigureAwait(false);
        return IdentityOutcome.Verified;
    }

    public Task<PrivacyRequest> VouchForIdentityAsync(Guid id, string how, CancellationToken cancel)
    {
        how.Fitting(PrivacyTables.TermLength);
        return VerifiedAsync(id, how, cancel);
    }

    public Task<PrivacyRequest> ConfirmAsync(Guid id, CancellationToken cancel) =>
        StepAsync(id, request =>
        {
            if (request.ConfirmedAt is not null && !IsTurnedAway(request))
                return Taken;
            Require(request, PrivacyRequestState.IdentityVerified, "confirmed", "identity is verified first.", rights.Find(request.Right));
            var now = time.GetUtcNow();
            (request.State, request.ConfirmedAt) = (PrivacyRequestState.Confirmed, now);
            if (rights[request.Right].StartsAtConfirmation)
                SetDeadline(request, now);
            return new(OutboxMessages.Notify(request, PrivacyNotice.Confirmed, notices.Confirmed(request), now));
        }, cancel);

    public async Task<PrivacyRequest> ExecuteAsync(Guid id, string? by, CancellationToken cancel)
    {
        by?.Fitting(PrivacyTables.SubjectIdLength);
        var request = await AgainAsync(() => execution.RunAsync(id, by, cancel)).ConfigureAwait(false);
        LogStep(request.Id, request.Right, request.State);
        return request;
    }

    public Task<PrivacyRequest> ExtendAsync(Guid id, string reason, CancellationToken cancel)
    {
        reason.Fitting(PrivacyTables.ReasonLength);
        return StepAsync(id, request =>
        {
            if (request.ExtendedAt is not null && request.ExecutedAt is null && !IsTurnedAway(request))
                return Taken;
            var now = time.GetUtcNow();
            if (request.State is not (PrivacyRequestState.Received or PrivacyRequestState.IdentityVerified or PrivacyRequestState.Confirmed))
                throw new PrivacyRequestStepException(request, "extended", "it is over.");
            if (rights[request.Right].Extension is not { } extension)
                throw new PrivacyRequestStepException(request, "extended", "the policy allows no extension of this right.", rights[request.Right]);
            if (request is not { DueOn: { } lastDay, DueAt: { } lateFrom })
                throw new PrivacyRequestStepException(request, "extended", "its time has not begun.");
            if (lateFrom <= now)
                throw new PrivacyRequestStepException(request, "extended", "its time is over.");

            var longer = rights.Calendar.Extend(new(lastDay, lateFrom), extension.Within);
            (request.DueOn, request.DueAt) = (longer.LastDay, longer.LateFrom);
            (request.ExtendedAt, request.ExtensionReason) = (now, reason);
            return new(OutboxMessages.Notify(request, PrivacyNotice.Extended, notices.Extended(request), now));
        }, cancel);
    }

    public Task<PrivacyRequest> RefuseAsync(Guid id, string reason, CancellationToken cancel)
    {
        reason.Fitting(PrivacyTables.ReasonLength);
        return StepAsync(id, request =>
        {
            if (request.State == PrivacyRequestState.Refused)
                return Taken;
            RequireNotExecuted(request, "refused");
            request.RefusalReason = reason;
            return Closed(request, PrivacyRequestState.Refused, PrivacyNotice.Refused, notices.Refused);
        }, cancel);
    }

    public Task<PrivacyRequest> WithdrawAsync(Guid id, CancellationToken cancel) =>
        StepAsync(id, request =>
        {
            if (request.State == PrivacyRequestState.Withdrawn)
                return Taken;
            RequireNotExecuted(request, "withdrawn");
            return Closed(request, PrivacyRequestState.Withdrawn, PrivacyNotice.Withdrawn, notices.Withdrawn);
        }, cancel);

    public Task<PrivacyRequest> MarkNotifiedAsync(Guid id, CancellationToken cancel) =>
        StepAsync(id, request =>
        {
            if (request.State == PrivacyRequestState.CustomerNotified)
                return Taken;
            Require(request, PrivacyRequestState.Done, "closed", "it is not done.");
            RequestClosing.Close(request, PrivacyRequestState.CustomerNotified, time.GetUtcNow());
            return Change;
        }, cancel);

    public Task<PrivacyRequest?> FindAsync(Guid id, CancellationToken cancel) => database.RunAsync(db =>
        db.Set<PrivacyRequest>().AsNoTracking().SingleOrDefaultAsync(request => request.Id == id, cancel));

    public Task<IReadOnlyList<PrivacyRequest>> OpenAsync(CancellationToken cancel) => ListAsync(
        requests => requests.Where(request => request.ClosedAt == null)
            .OrderBy(request => request.DueAt == null).ThenBy(request => request.DueAt).ThenBy(request => request.ReceivedAt),
        cancel);

    public Task<IReadOnlyList<PrivacyRequest>> OverdueAsync(CancellationToken cancel) =>
        ListAsync(requests => RequestDeadlines.Overdue(requests, time.GetUtcNow()).OrderBy(request => request.DueAt), cancel);

    public Task<IReadOnlyList<PrivacyRequest>> DueSoonAsync(TimeSpan? within, CancellationToken cancel) => ListAsync(
        requests => RequestDeadlines.DueSoon(requests, time.GetUtcNow(), within ?? _options.DueSoon)
            .OrderBy(request => request.DueAt),
        cancel);

    public Task<IReadOnlyList<PrivacyRequest>> WaitingAsync(CancellationToken cancel) => ListAsync(
        requests => RequestDeadlines.Waiting(requests, time.GetUtcNow(), _options.WaitingAfter)
            .OrderBy(request => request.ReceivedAt),
        cancel);

    public Task<IReadOnlyList<PrivacyRequest>> OfAsync(string subject, string subjectId, CancellationToken cancel) => ListAsync(
        (services, requests) => Of(services, requests, subject, subjectId)
            .OrderByDescending(request => request.ReceivedAt).ThenByDescending(request => request.Id),
        cancel);

    public async Task<IReadOnlyList<Rectification>> RectificationsAsync(
        string subject, string subjectId, CancellationToken cancel)
    {
        var requests = await ListAsync(
            (services, all) => Of(services, all, subject, subjectId)
                .Where(request => request.Right == PrivacyRight.Rectification && request.ExecutedAt != null)
                .OrderBy(request => request.ExecutedAt).ThenBy(request => request.Id),
            cancel).ConfigureAwait(false);
        return
        [
            .. requests.Select(request => new Rectification(
                request.Id, request.ExecutedAt!.Value, request.ExecutedBy, PrivacyJson.Receipt(request.Receipt)!.CorrectedFields)),
        ];
    }

    public async Task<PrivacyCopy?> CopyAsync(Guid id, CancellationToken cancel) =>
        await FindAsync(id, cancel).ConfigureAwait(false) is { SubjectId: { } subjectId, CopyUntil: { } until } request
        && until > time.GetUtcNow()
            ? new(request.Id, request.Right, request.Subject, subjectId, until)
            : null;

    public async Task<ExportReceipt?> WriteCopyAsync(Guid id, Stream utf8Json, string? language, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(utf8Json);
        if (await FindAsync(id, cancel).ConfigureAwait(false) is not { SubjectId: { } subjectId, CopyUntil: { } until } request
            || until <= time.GetUtcNow())
            return null;
        var kind = request.Right == PrivacyRight.Portability ? ExportKind.Portability : ExportKind.Access;
        return await database.RunForAsync(request.Tenant, (db, services) =>
        {
            var export = database.ExportOf(services) ?? throw new InvalidOperationException(
                $"Nothing writes copies of the people in {db.GetType().Name}: call AddPrivacyOperations<{db.GetType().Name}>().");
            return export.ExportAsync(
                request.Subject, subjectId, utf8Json,
                new(kind, language ?? request.Language) { Stores = [.. services.GetServices<ISubjectDataStore>()] }, cancel);
        }).ConfigureAwait(false);
    }

    private static readonly Step Taken = new(IsChange: false);
    private static readonly Step Change = new(IsChange: true);

    // One that has forgotten whose it was is nobody's any more: whoever comes with its number may be anybody.
    private static PrivacyRequest Same(PrivacyRequest known, NewPrivacyRequest asked) =>
        known.Right == asked.Right && known.Subject == asked.Subject && known.Tenant == asked.Tenant
        && known.SubjectId is not null && known.SubjectId == asked.SubjectId
            ? known
            : throw new ArgumentException($"Request {known.Id} is another one.", nameof(asked));

    private static bool IsTurnedAway(PrivacyRequest request) =>
        request.State is PrivacyRequestState.Refused or PrivacyRequestState.Withdrawn;

    private static void Require(PrivacyRequest request, PrivacyRequestState state, string step, string why, PolicyRight? promised = null)
    {
        if (request.State != state)
            throw new PrivacyRequestStepException(request, step, why, promised);
    }

    private void RequireNotExecuted(PrivacyRequest request, string step)
    {
        if (request.ExecutedAt is not null)
            throw new PrivacyRequestStepException(request, step, "it was carried out, and that is for good.", rights.Find(request.Right));
        if (IsTurnedAway(request))
            throw new PrivacyRequestStepException(request, step, "it is closed.");
    }

    /// <summary>Where the person of a request is reached; one that is closed has forgotten it, and is looked up while there is a copy to fetch.</summary>
    private async Task<SubjectContact?> ContactAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel).ConfigureAwait(false) is not { } request)
            return null;
        if (request is { AddressKind: { } kind, Address: { } address })
            return new(kind, address);
        if (request is not { SubjectId: { } subjectId, CopyUntil: not null })
            return null;
        var asked = new NewPrivacyRequest(request.Right, request.Subject, subjectId, request.Channel);
        return await database.RunForAsync(
            request.Tenant, (_, services) => ContactAsync(services, asked, rights[request.Right], cancel)).ConfigureAwait(false);
    }

    private static async Task<SubjectContact?> ContactAsync(
        IServiceProvider services, NewPrivacyRequest asked, PolicyRight right, CancellationToken cancel) =>
        services.GetService<ISubjectContacts>() is { } contacts
            ? await contacts.FindAsync(
                asked.Subject, asked.SubjectId, right.Notify.IsEmpty ? ["email", "sms"] : right.Notify, cancel).ConfigureAwait(false)
            : null;

    private async Task<PrivacyRequest> TakeInAsync(
        DbContext db, NewPrivacyRequest asked, SubjectContact? contact, PolicyRight right, CancellationToken cancel)
    {
        if (asked.Id is { } id
            && await db.Set<PrivacyRequest>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel).ConfigureAwait(false)
                is { } known)
            return Same(known, asked);

        var now = time.GetUtcNow();
        await RequireRoomAsync(db, asked, now, cancel).ConfigureAwait(false);
        var request = new PrivacyRequest(asked.Id ?? Guid.CreateVersion7(now), asked.Right, asked.Subject, asked.SubjectId)
        {
            State = asked.VerifiedBy is null ? PrivacyRequestState.Received : PrivacyRequestState.IdentityVerified,
            VerifiedAt = asked.VerifiedBy is null ? null : now, VerifiedBy = asked.VerifiedBy, Tenant = asked.Tenant,
            ReceivedAt = now, Channel = asked.Channel, Purpose = asked.Purpose,
            Words = asked.Words, AddressKind = contact?.Kind, Address = contact?.Address,
            Language = notices.LanguageOf(asked, contact),
            Corrections = asked.Corrections.Count == 0
                ? null
                : JsonSerializer.Serialize([.. asked.Corrections], PrivacyJson.Default.ListFieldCorrection),
        };
        if (!right.StartsAtConfirmation)
            SetDeadline(request, now);
        db.Add(request);
        await db.SaveChangesAsync(cancel).ConfigureAwait(false);
        LogStep(request.Id, request.Right, request.State);
        return request;
    }

    private Task<PrivacyRequest> VerifiedAsync(Guid id, string how, CancellationToken cancel) => StepAsync(id, request =>
    {
        if (request.VerifiedAt is not null && !IsTurnedAway(request))
            return Taken;
        RequireReceived(request, "verified");
        (request.State, request.VerifiedAt, request.VerifiedBy) =
            (PrivacyRequestState.IdentityVerified, time.GetUtcNow(), how);
        // The code stays for the rest of its time, so that whoever did not get the answer can give it once more.
        request.CodeAttempts = 0;
        return Change;
    }, cancel);

    /// <summary>
    /// How often somebody is asked for within a day is limited, so that nobody's mailbox is flooded in their own name. Those
    /// whose identity is sure are not shut out by those whose is not.
    /// </summary>
    private async Task RequireRoomAsync(DbContext db, NewPrivacyRequest asked, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - s_day;
        var ofDay = db.Set<PrivacyRequest>().Where(request =>
            request.Subject == asked.Subject && request.SubjectId == asked.SubjectId && request.ReceivedAt > since);
        if (await ofDay.CountAsync(cancel).ConfigureAwait(false) >= _options.RequestsPerPersonPerDay
            || (asked.VerifiedBy is null && await ofDay.CountAsync(request => request.VerifiedAt == null, cancel).ConfigureAwait(false)
                >= _options.UnverifiedPerPersonPerDay))
            throw new PrivacyRequestLimitException();
    }

    private static Task<int> CodesOfDayAsync(DbContext db, PrivacyRequest asked, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - s_day;
        return db.Set<PrivacyRequest>().Where(request =>
                request.Subject == asked.Subject && request.SubjectId == asked.SubjectId && request.CodeSentAt > since)
            .SumAsync(request => request.CodesSent, cancel);
    }

    private void RequireReceived(PrivacyRequest request, string step)
    {
        Require(request, PrivacyRequestState.Received, step, "it is closed.");
        if (request.ReceivedAt + _options.UnverifiedLifetime <= time.GetUtcNow())
            throw new PrivacyRequestStepException(request, step, "nobody proved in time who asks. A new one is needed.");
    }

    private Step Closed(
        PrivacyRequest request, PrivacyRequestState state, PrivacyNotice notice,
        Func<PrivacyRequest, (string, string)> words)
    {
        var now = time.GetUtcNow();
        var message = OutboxMessages.Notify(request, notice, words(request), now);
        RequestClosing.Close(request, state, now);
        return new(message);
    }

    private void SetDeadline(PrivacyRequest request, DateTimeOffset from)
    {
        if (rights[request.Right].Within is not { } within)
            return;
        var deadline = rights.Calendar.After(from, within);
        (request.DueOn, request.DueAt) = (deadline.LastDay, deadline.LateFrom);
    }

    /// <summary>Takes a step, on what the request is now; if another node was first, on what it has become.</summary>
    private Task<PrivacyRequest> StepAsync(Guid id, Func<PrivacyRequest, Step> step, CancellationToken cancel) =>
        StepAsync(id, (_, request) => Task.FromResult(step(request)), cancel);

    private async Task<PrivacyRequest> StepAsync(
        Guid id, Func<DbContext, PrivacyRequest, Task<Step>> step, CancellationToken cancel, bool isAlone = false)
    {
        var (request, isChange) = await AgainAsync(() => database.RunAsync(
            db => isAlone ? AloneAsync(db, () => TakeAsync(db), cancel) : TakeAsync(db))).ConfigureAwait(false);
        if (isChange)
            LogStep(request.Id, request.Right, request.State);
        return request;

        async Task<(PrivacyRequest Request, bool IsChange)> TakeAsync(DbContext db)
        {
            var request = await db.Set<PrivacyRequest>().SingleAsync(one => one.Id == id, cancel).ConfigureAwait(false);
            var taken = await step(db, request).ConfigureAwait(false);
            if (!taken.IsChange)
                return (request, false);
            request.Version++;
            if (taken.Message is { } message)
                db.Add(message);
            await db.SaveChangesAsync(cancel).ConfigureAwait(false);
            return (request, true);
        }
    }

    /// <summary>Does what counts rows before it adds one, as if nobody else did anything meanwhile.</summary>
    private static Task<T> AloneAsync<T>(DbContext db, Func<Task<T>> work, CancellationToken cancel) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancel).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                var result = await work().ConfigureAwait(false);
                await transaction.CommitAsync(cancel).ConfigureAwait(false);
                return result;
            }
        });

    private static async Task<T> AgainAsync<T>(Func<Task<T>> attempt)
    {
        const int most = 10;
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await attempt().ConfigureAwait(false);
            }
            catch (DbUpdateConcurrencyException) when (tries < most)
            {
                // Another node changed the request meanwhile; each such conflict means that it went on.
            }
            catch (Exception error) when (tries < most && Conflict.IsOne(error))
            {
                // Another node counted the same rows meanwhile; one of the two went on.
            }
        }
    }

    private Task<IReadOnlyList<PrivacyRequest>> ListAsync(
        Func<IQueryable<PrivacyRequest>, IQueryable<PrivacyRequest>> choose, CancellationToken cancel) =>
        ListAsync((_, requests) => choose(requests), cancel);

    private Task<IReadOnlyList<PrivacyRequest>> ListAsync(
        Func<IServiceProvider, IQueryable<PrivacyRequest>, IQueryable<PrivacyRequest>> choose, CancellationToken cancel) =>
        database.RunAsync<IReadOnlyList<PrivacyRequest>>(async (db, services) =>
            await choose(services, db.Set<PrivacyRequest>().AsNoTracking()).ToListAsync(cancel).ConfigureAwait(false));

    /// <summary>The requests of a person, however their key is spelled.</summary>
    private IQueryable<PrivacyRequest> Of(
        IServiceProvider services, IQueryable<PrivacyRequest> requests, string subject, string subjectId)
    {
        var person = database.Sought(services, subject, subjectId);
        return requests.Where(request => request.Subject == subject && request.SubjectId == person);
    }

    [LoggerMessage(1, LogLevel.Information, "Privacy request {RequestId} ({Right}) is {State}")]
    private partial void LogStep(Guid requestId, PrivacyRight right, PrivacyRequestState state);

    /// <summary>What a step came to: nothing, a change, a change with a message.</summary>
    private sealed record Step(bool IsChange, PrivacyOutboxMessage? Message = null)
    {
        public Step(PrivacyOutboxMessage? message)
            : this(true, message)
        {
        }
    }
}
