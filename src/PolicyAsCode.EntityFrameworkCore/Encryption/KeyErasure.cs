using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// The end of a person's keys where nobody made a request. The erasure writes into the outbox, in its own transaction, that
/// they are to go: one that is rolled back leaves them, a crash loses nothing. <see cref="SubjectKeyRotationService"/>
/// does it, when their grace is over; the message waits, and is none that the outbox sends.
/// </summary>
internal sealed record KeyErasure(Guid Message, PrivacySubject Person)
{
    /// <summary>By which a key knows that it was retired on this occasion.</summary>
    public string Once => Message.ToString("N");

    /// <summary>Asks for the end of the keys of somebody who has one, in the transaction that is open; null where there is nothing to ask for.</summary>
    /// <exception cref="InvalidOperationException">
    /// The transaction is the caller's, and the model has no outbox: whether it will commit is not known here. Or the keys are
    /// somebody's who is called otherwise.
    /// </exception>
    public static async Task<KeyErasure?> AskAsync(
        DbContext db, string subject, string id, bool isOwnTransaction, DateTimeOffset now, CancellationToken cancel)
    {
        var person = new PrivacySubject(subject, id);
        // Those that an erasure has retired are on their way: a second one has nothing to ask for.
        if (KeysOf(db) is not { } keys)
            return null;
        if (SealedKinds.Differences(db.Model, [subject]).FirstOrDefault() is { } difference)
            throw new InvalidOperationException(difference);
        if (keys.List(person).All(key => key.IsRetired))
            return null;
        var asked = new KeyErasure(Guid.CreateVersion7(now), person);
        if (db.Model.FindEntityType(typeof(PrivacyOutboxMessage)) is not { } outbox)
            return isOwnTransaction ? asked : throw new InvalidOperationException(
                $"{subject} has keys, which go after the transaction has committed, and it is the caller's: call UsePrivacy() in "
                + "OnModelCreating, so that it can be written down in the transaction, or let the erasure begin its own.");

        var payload = JsonSerializer.Serialize(new(subject, person.Id), PrivacyJson.Default.OutboxStoreErasure);
        // It belongs to no request: its number is the message's own.
        var message = new PrivacyOutboxMessage(
            asked.Message, PrivacyOutboxKind.StoreErasure, asked.Message, SubjectKeyStore.StoreName, payload, now);
        var column = SealedProperties.Column(outbox.FindProperty(nameof(PrivacyOutboxMessage.Payload))!);
        column.Seal(payload, RequestKeys.Of(asked.Message));
        try
        {
            await db.InsertRowAsync(message, cancel).ConfigureAwait(false);
        }
        finally
        {
            column.Forget(payload);
        }

        return asked;
    }

    /// <summary>
    /// Lets the keys seal no longer, once the transaction has committed: their grace begins. Where it is written down a key
    /// store that is away just now does no harm.
    /// </summary>
    public void Begin(DbContext db)
    {
        try
        {
            KeysOf(db)!.Retire(Person, Once);
        }
#pragma warning disable CA1031 // The erasure has committed, and its receipt must not be lost.
        catch (Exception) when (db.Model.FindEntityType(typeof(PrivacyOutboxMessage)) is not null)
#pragma warning restore CA1031
        {
        }
    }

    /// <summary>What was asked for and is not done, by its messages.</summary>
    public static async Task<IReadOnlyList<Guid>> AskedAsync(DbContext db, CancellationToken cancel)
    {
        if (db.Model.FindEntityType(typeof(PrivacyOutboxMessage)) is null)
            return [];
        // One of a request is tried at a moment, and this one never is.
        return await db.Set<PrivacyOutboxMessage>().AsNoTracking()
            .Where(message => message.Kind == PrivacyOutboxKind.StoreErasure && message.Topic == SubjectKeyStore.StoreName
                && message.SentAt == null && message.NextAttemptAt == null && message.Id == message.RequestId)
            .OrderBy(message => message.Id).Select(message => message.Id).ToListAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>One of them; null where somebody else has done it by now.</summary>
    public static async Task<KeyErasure?> FindAsync(DbContext db, Guid id, CancellationToken cancel) =>
        await db.Set<PrivacyOutboxMessage>().AsNoTracking()
            .SingleOrDefaultAsync(message => message.Id == id && message.SentAt == null, cancel).ConfigureAwait(false)
            is { Payload: { } payload }
        && JsonSerializer.Deserialize(payload, PrivacyJson.Default.OutboxStoreErasure) is { } asked
            ? new(id, new(asked.Subject, asked.SubjectId))
            : null;

    /// <summary>The keys are gone, and with them what the outbox knew of whom.</summary>
    public static Task DoneAsync(DbContext db, KeyErasure asked, DateTimeOffset now, CancellationToken cancel) =>
        db.Set<PrivacyOutboxMessage>().Where(message => message.Id == asked.Message && message.SentAt == null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(message => message.SentAt, now).SetProperty(message => message.Payload, (string?)null),
                cancel);

    /// <summary>The keys that the context seals by; null where it seals nothing.</summary>
    public static ISubjectKeys? KeysOf(DbContext db) =>
        db.GetService<IDbContextOptions>().FindExtension<EncryptionOptions>()?.Encryption.Keys;
}
