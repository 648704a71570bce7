namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What a <see cref="PrivacyOutboxKind.Notification"/> needs to be sent.</summary>
internal sealed record OutboxNotification(
    string AddressKind, string Address, string Language, string Title, string Text, string? Tenant = null);
