namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What a <see cref="PrivacyOutboxKind.StoreErasure"/> needs to be done.</summary>
internal sealed record OutboxStoreErasure(string Subject, string SubjectId, string? Tenant = null);
