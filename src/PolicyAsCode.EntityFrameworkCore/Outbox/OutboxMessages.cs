using System.Text.Json;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Makes outbox messages, to be saved with the change that they follow from.</summary>
internal static class OutboxMessages
{
    /// <summary>A message to the person of a request; null where they cannot be reached.</summary>
    public static PrivacyOutboxMessage? Notify(
        PrivacyRequest request, PrivacyNotice notice, (string Title, string Text) words, DateTimeOffset now)
    {
        if (request is not { AddressKind: { } kind, Address: { } address })
            return null;
        return Notify(request, new(kind, address), notice, words, now);
    }

    /// <summary>A message about a request to an address that the request itself does not know, or knows no longer.</summary>
    public static PrivacyOutboxMessage Notify(
        PrivacyRequest request, SubjectContact to, PrivacyNotice notice, (string Title, string Text) words, DateTimeOffset now)
    {
        var payload = new OutboxNotification(to.Kind, to.Address, request.Language, words.Title, words.Text, request.Tenant);
        return new(
            Guid.CreateVersion7(now), PrivacyOutboxKind.Notification, request.Id, notice.ToString(),
            JsonSerializer.Serialize(payload, PrivacyJson.Default.OutboxNotification), now)
        {
            Step = request.Version,
            NextAttemptAt = now,
        };
    }

    /// <summary>The erasure of a person from a store.</summary>
    public static PrivacyOutboxMessage Erase(
        PrivacyRequest request, string store, string subject, string subjectId, DateTimeOffset now) =>
        new(
            Guid.CreateVersion7(now), PrivacyOutboxKind.StoreErasure, request.Id, store,
            JsonSerializer.Serialize(new(subject, subjectId, request.Tenant), PrivacyJson.Default.OutboxStoreErasure), now)
        {
            NextAttemptAt = now,
        };

    /// <summary>A withdrawal, for a part of the application.</summary>
    /// <param name="observer">Its name.</param>
    /// <param name="withdrawal">What was taken back.</param>
    /// <param name="tenant">Whose person it is; null where there are no tenants.</param>
    public static PrivacyOutboxMessage Tell(string observer, ConsentWithdrawal withdrawal, string? tenant)
    {
        // It belongs to no request, not even to one that asked for it: that is done when the consent is taken back.
        var id = Guid.CreateVersion7(withdrawal.At);
        return new(
            id, PrivacyOutboxKind.ConsentWithdrawal, id, observer,
            JsonSerializer.Serialize(new(withdrawal, tenant), PrivacyJson.Default.OutboxConsentWithdrawal), withdrawal.At)
        {
            NextAttemptAt = withdrawal.At,
        };
    }
}
