namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What a <see cref="PrivacyOutboxKind.ConsentWithdrawal"/> needs to be told.</summary>
internal sealed record OutboxConsentWithdrawal(ConsentWithdrawal Withdrawal, string? Tenant = null);
