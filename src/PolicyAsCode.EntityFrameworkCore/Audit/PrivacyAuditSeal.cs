namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// A link of the trail's chain: it holds the digests of the records under it, and a hash over these and the link before.
/// </summary>
public sealed class PrivacyAuditSeal
{
    /// <summary>Its number; the first is 1, and none is left out.</summary>
    public long Number { get; internal init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset At { get; internal init; }

    /// <summary>How many records are under it.</summary>
    public int Records { get; internal init; }

    /// <summary>The hash of the link before; zeros for the first.</summary>
    public byte[] Previous { get; internal init; } = [];

    /// <summary>Numbers and digests of the records, in order; null once they are pruned.</summary>
    public byte[]? Digests { get; internal set; }

    /// <summary>A hash of the digests, which stays.</summary>
    public byte[] DigestsHash { get; internal init; } = [];

    /// <summary>The hash over everything above but the digests themselves.</summary>
    public byte[] Hash { get; internal init; } = [];
}
