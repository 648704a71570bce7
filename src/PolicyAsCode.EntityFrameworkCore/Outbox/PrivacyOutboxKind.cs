namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What an outbox message asks for.</summary>
public enum PrivacyOutboxKind
{
    /// <summary>To tell a person something.</summary>
    Notification,

    /// <summary>To erase a person from a store outside of the database.</summary>
    StoreErasure,

    /// <summary>To tell a part of the application that a person took a consent back.</summary>
    ConsentWithdrawal,
}
