namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What a store knows of a key, without the key.</summary>
/// <param name="KeyId">Its name.</param>
/// <param name="Subject">Whose it is.</param>
/// <param name="CreatedAt">Since when.</param>
/// <param name="SupersededAt">Since when a newer one seals; null for the one that does.</param>
public sealed record SubjectKeyState(string KeyId, PrivacySubject Subject, DateTimeOffset CreatedAt, DateTimeOffset? SupersededAt)
{
    /// <summary>
    /// Whether an erasure has retired it: what is left of what it sealed is sealed anew under a key that does not name the person.
    /// </summary>
    public bool IsRetired { get; init; }
}
