namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Who stands behind a pseudonym of the trail. The pseudonym is a keyed hash of who it is under a salt of its own: while
/// the row is there nobody can put another person behind it, and when it is erased nobody can tell or guess who it was.
/// </summary>
public sealed class PrivacyAuditPerson
{
    /// <summary>The pseudonym.</summary>
    public string Pseudonym { get; internal init; } = "";

    /// <summary>The kind of person.</summary>
    public string Kind { get; internal init; } = "";

    /// <summary>The key of their row, as text.</summary>
    public string SubjectId { get; internal init; } = "";

    /// <summary>What the pseudonym was made with.</summary>
    public byte[] Salt { get; internal init; } = [];

    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; internal init; }
}
