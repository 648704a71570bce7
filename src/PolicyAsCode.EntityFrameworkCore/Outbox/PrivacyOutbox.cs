using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Works the outbox off. A message is leased, tried, and marked as done; each is a transaction of its own, and a crash
/// between two of them costs no more than a repetition with the same number.
/// </summary>
internal sealed partial class PrivacyOutbox(
    PrivacyDatabase database, TimeProvider time, PrivacyMetrics metrics, IOptions<PrivacyOutboxOptions> options,
    ILogger<PrivacyOutbox> log) : IPrivacyOutbox
{
    private readonly PrivacyOutboxOptions _options = options.Value;

    public async Task<int> DispatchAsync(CancellationToken cancel)
    {
        var done = 0;
        for (var due = await DueAsync(null, cancel).ConfigureAwait(false); due.Count > 0;)
        {
            var told = new List<Guid>();
            foreach (var message in due)
            {
                cancel.ThrowIfCancellationRequested();
                // A new owner for each try: a node that takes longer than its lease is not taken for its successor.
                var owner = Guid.CreateVersion7(time.GetUtcNow());
                if (!await LeaseAsync(message.Id, owner, cancel).ConfigureAwait(false) || !await TryAsync(message.Id, owner, cancel).ConfigureAwait(false))
                    continue;
                done++;
                if (message.Kind == PrivacyOutboxKind.Notification)
                    told.Add(message.RequestId);
            }

            // What only waited for one of these is due now.
            due = told.Count == 0 ? [] : await DueAsync(told, cancel).ConfigureAwait(false);
        }

        return done;
    }

    public Task<IReadOnlyList<PrivacyOutboxMessage>> PendingAsync(CancellationToken cancel) =>
        ListAsync(messages => messages.Where(message => message.SentAt == null), cancel);

    public Task<IReadOnlyList<PrivacyOutboxMessage>> GivenUpAsync(CancellationToken cancel) =>
        ListAsync(messages => GivenUp(messages, _options.MaxAttempts, time.GetUtcNow()), cancel);

    public Task RetryAsync(Guid id, CancellationToken cancel) => database.RunAsync(db =>
    {
        var now = time.GetUtcNow();
        // A message that waits for others goes on waiting.
        return db.Set<PrivacyOutboxMessage>()
            .Where(message => message.Id == id && message.SentAt == null && message.NextAttemptAt != null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(message => message.Attempts, 0).SetProperty(message => message.NextAttemptAt, now),
                cancel);
    });

    public async Task MarkDoneAsync(Guid id, CancellationToken cancel)
    {
        var owner = Guid.CreateVersion7(time.GetUtcNow());
        var now = time.GetUtcNow();
        var isOurs = await database.RunAsync(db => db.Set<PrivacyOutboxMessage>()
            .Where(message => message.Id == id && message.SentAt == null && message.NextAttemptAt != null
                && (message.LeasedUntil == null || message.LeasedUntil <= now))
            .ExecuteUpdateAsync(
                set => set.SetProperty(message => message.LeaseOwner, owner)
                    .SetProperty(message => message.LeasedUntil, now + _options.Lease),
                cancel)).ConfigureAwait(false);
        if (isOurs > 0)
            await CompleteAsync(id, owner).ConfigureAwait(false);
    }

    /// <summary>Messages that were tried too often, and that no node tries right now.</summary>
    internal static IQueryable<PrivacyOutboxMessage> GivenUp(
        IQueryable<PrivacyOutboxMessage> messages, int maxAttempts, DateTimeOffset now) =>
        messages.Where(message => message.SentAt == null && message.Attempts >= maxAttempts
            && (message.LeasedUntil == null || message.LeasedUntil <= now));

    /// <param name="ofRequests">Only messages to people about these; null for all that is due.</param>
    /// <param name="cancel">Stops.</param>
    private Task<List<DueMessage>> DueAsync(List<Guid>? ofRequests, CancellationToken cancel) => database.RunAsync(db =>
    {
        var due = Due(db, time.GetUtcNow());
        if (ofRequests is not null)
            due = due.Where(message => message.Kind == PrivacyOutboxKind.Notification && ofRequests.Contains(message.RequestId));
        return due.OrderBy(message => message.NextAttemptAt).ThenBy(message => message.Id)
            .Select(message => new DueMessage(message.Id, message.Kind, message.RequestId)).Take(_options.BatchSize).ToListAsync(cancel);
    });

    /// <summary>
    /// Nobody is to hear that a request takes longer after they heard that it is done: of the messages to a person about
    /// a request the next one waits for the one before, unless that is given up.
    /// </summary>
    private IQueryable<PrivacyOutboxMessage> Due(DbContext db, DateTimeOffset now) =>
        db.Set<PrivacyOutboxMessage>().Where(message =>
            message.SentAt == null && message.NextAttemptAt <= now && message.Attempts < _options.MaxAttempts
            && (message.LeasedUntil == null || message.LeasedUntil <= now)
            && (message.Kind != PrivacyOutboxKind.Notification || !db.Set<PrivacyOutboxMessage>().Any(before =>
                before.RequestId == message.RequestId && before.Kind == PrivacyOutboxKind.Notification
                && before.Step < message.Step && before.SentAt == null
                && (before.Attempts < _options.MaxAttempts || before.LeasedUntil > now))));

    /// <summary>
    /// Makes a message this node's own. The try counts from here: one that takes the whole process down is given up in
    /// the end like any other.
    /// </summary>
    private async Task<bool> LeaseAsync(Guid id, Guid owner, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var rows = await database.RunAsync(db => Due(db, now).Where(message => message.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(message => message.LeaseOwner, owner)
                .SetProperty(message => message.LeasedUntil, now + _options.Lease)
                .SetProperty(message => message.Attempts, message => message.Attempts + 1),
            cancel)).ConfigureAwait(false);
        return rows > 0;
    }

    private async Task<bool> TryAsync(Guid id, Guid owner, CancellationToken cancel)
    {
        var (kind, topic) = (default(PrivacyOutboxKind), "");
        try
        {
            using var cutOff = new CancellationTokenSource(_options.Lease * 0.8, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, cutOff.Token);
            var message = await database.RunAsync(db => db.Set<PrivacyOutboxMessage>().AsNoTracking()
                .SingleAsync(one => one.Id == id, either.Token)).ConfigureAwait(false);
            (kind, topic) = (message.Kind, message.Topic);
            // Closed since it was leased: the person was erased, or a newer message took its place.
            if (message.SentAt is not null)
                return false;
            await DoAsync(message, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The process ends. The lease is left to run out: whether the message went out is not known.
            throw;
        }
#pragma warning disable CA1031 // Whatever a notifier or a store throws: the message is tried again, and given up in the end.
        catch (Exception error)
#pragma warning restore CA1031
        {
            await FailAsync(id, owner, kind, topic, error).ConfigureAwait(false);
            return false;
        }

        await CompleteAsync(id, owner).ConfigureAwait(false);
        metrics.Sent(kind);
        LogSent(id, kind, topic);
        return true;
    }

    private Task DoAsync(PrivacyOutboxMessage message, CancellationToken cancel)
    {
        if (message.Kind == PrivacyOutboxKind.Notification)
        {
            var words = JsonSerializer.Deserialize(message.Payload!, PrivacyJson.Default.OutboxNotification)!;
            return database.RunForAsync(words.Tenant, services => services.GetRequiredService<INotifier>().SendAsync(
                new(message.Id, words.AddressKind, words.Address, words.Language, words.Title, words.Text), cancel));
        }

        if (message.Kind == PrivacyOutboxKind.ConsentWithdrawal)
        {
            var told = JsonSerializer.Deserialize(message.Payload!, PrivacyJson.Default.OutboxConsentWithdrawal)!;
            return database.RunForAsync(told.Tenant, services =>
            {
                var observer = services.GetServices<IConsentObserver>().SingleOrDefault(one => one.Name == message.Topic)
                    ?? throw new InvalidOperationException($"No observer of consents is named '{message.Topic}': was it renamed?");
                return observer.WithdrawnAsync(told.Withdrawal, message.Id.ToString("N"), cancel);
            });
        }

        var erasure = JsonSerializer.Deserialize(message.Payload!, PrivacyJson.Default.OutboxStoreErasure)!;
        return database.RunForAsync(erasure.Tenant, services =>
        {
            var store = services.GetServices<ISubjectDataStore>().SingleOrDefault(one => one.Name == message.Topic)
                ?? throw new InvalidOperationException($"No store is named '{message.Topic}': was it renamed?");
            return store.EraseAsync(erasure.Subject, erasure.SubjectId, message.Id.ToString("N"), cancel);
        });
    }

    private async Task FailAsync(Guid id, Guid owner, PrivacyOutboxKind kind, string topic, Exception error)
    {
        var now = time.GetUtcNow();
        var attempts = await database.RunAsync(async db =>
        {
            var tries = await db.Set<PrivacyOutboxMessage>().Where(message => message.Id == id)
                .Select(message => message.Attempts).SingleAsync().ConfigureAwait(false);
            await db.Set<PrivacyOutboxMessage>().Where(message => message.Id == id && message.LeaseOwner == owner)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(message => message.LeaseOwner, (Guid?)null)
                        .SetProperty(message => message.LeasedUntil, (DateTimeOffset?)null)
                        .SetProperty(message => message.NextAttemptAt, now + _options.DelayAfter(tries))
                        .SetProperty(message => message.LastError, error.GetType().FullName)).ConfigureAwait(false);
            return tries;
        }).ConfigureAwait(false);
        metrics.Failed(kind);
        if (attempts >= _options.MaxAttempts)
            LogGivenUp(id, kind, topic, attempts, error.GetType().FullName);
        else
            LogFailed(id, kind, topic, attempts, error.GetType().FullName);
    }

    /// <summary>
    /// Marks a message as done, forgets what it knew of anybody, and takes its request on, in one transaction. Nothing
    /// cancels it: what was sent would be sent once more.
    /// </summary>
    private async Task CompleteAsync(Guid id, Guid owner)
    {
        const int most = 10;
        for (var tries = 1; ; tries++)
        {
            try
            {
                await database.RunAsync(db => db.Database.CreateExecutionStrategy().ExecuteAsync(
                    () => CompleteAsync(db, id, owner, time.GetUtcNow()))).ConfigureAwait(false);
                return;
            }
            catch (DbUpdateConcurrencyException) when (tries < most)
            {
                // The request went on, by another message of it or by a person: both are read again.
            }
        }
    }

    private static async Task<bool> CompleteAsync(DbContext db, Guid id, Guid owner, DateTimeOffset now)
    {
        db.ChangeTracker.Clear();
        var transaction = await db.Database.BeginTransactionAsync().ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var message = await db.Set<PrivacyOutboxMessage>().SingleAsync(one => one.Id == id).ConfigureAwait(false);
            // Another node has it by now, because this one took longer than its lease: what comes of it is that one's.
            if (message.SentAt is not null || message.LeaseOwner != owner)
                return false;

            message.Close(now);
            var request = await db.Set<PrivacyRequest>().SingleOrDefaultAsync(one => one.Id == message.RequestId)
                .ConfigureAwait(false);
            if (request is not null)
                await GoOnAsync(db, message, request, now).ConfigureAwait(false);
            await db.SaveChangesAsync().ConfigureAwait(false);
            await transaction.CommitAsync().ConfigureAwait(false);
            return true;
        }
    }

    private static async Task GoOnAsync(
        DbContext db, PrivacyOutboxMessage message, PrivacyRequest request, DateTimeOffset now)
    {
        if (message.Kind == PrivacyOutboxKind.Notification)
        {
            if (message.Topic != nameof(PrivacyNotice.Done) || request.State != PrivacyRequestState.Done)
                return;
            RequestClosing.Close(request, PrivacyRequestState.CustomerNotified, now);
            request.Version++;
            return;
        }

        // The request is locked by a change of its version before the stores that are left are counted: of two nodes that
        // finish the last two stores at once, the second counts after the first.
        request.Version++;
        await db.SaveChangesAsync().ConfigureAwait(false);
        var others = db.Set<PrivacyOutboxMessage>().Where(other => other.RequestId == request.Id && other.SentAt == null);
        if (request.State != PrivacyRequestState.Running
            || await others.AnyAsync(other => other.Kind == PrivacyOutboxKind.StoreErasure).ConfigureAwait(false))
            return;
        (request.State, request.DoneAt) = (PrivacyRequestState.Done, now);
        request.Version++;
        await others.Where(other => other.NextAttemptAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(other => other.NextAttemptAt, now)).ConfigureAwait(false);
    }

    private Task<IReadOnlyList<PrivacyOutboxMessage>> ListAsync(
        Func<IQueryable<PrivacyOutboxMessage>, IQueryable<PrivacyOutboxMessage>> choose, CancellationToken cancel) =>
        database.RunAsync<IReadOnlyList<PrivacyOutboxMessage>>(async db =>
            await choose(db.Set<PrivacyOutboxMessage>().AsNoTracking())
                .OrderBy(message => message.CreatedAt).ThenBy(message => message.Id)
                .ToListAsync(cancel).ConfigureAwait(false));

    [LoggerMessage(10, LogLevel.Information, "Privacy outbox: {Kind} {Topic} {MessageId} is done")]
    private partial void LogSent(Guid messageId, PrivacyOutboxKind kind, string topic);

    [LoggerMessage(11, LogLevel.Warning, "Privacy outbox: {Kind} {Topic} {MessageId} failed for the {Attempts}. time ({Error}) and is tried again")]
    private partial void LogFailed(Guid messageId, PrivacyOutboxKind kind, string topic, int attempts, string? error);

    [LoggerMessage(12, LogLevel.Error, "Privacy outbox: {Kind} {Topic} {MessageId} failed {Attempts} times ({Error}) and is given up; a person must look")]
    private partial void LogGivenUp(Guid messageId, PrivacyOutboxKind kind, string topic, int attempts, string? error);

    private sealed record DueMessage(Guid Id, PrivacyOutboxKind Kind, Guid RequestId);
}
