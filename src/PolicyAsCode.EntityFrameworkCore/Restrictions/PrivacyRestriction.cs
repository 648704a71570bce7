namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>That data of a person must not be used, for one purpose or for any.</summary>
public sealed class PrivacyRestriction
{
    private PrivacyRestriction()
    {
    }

    internal PrivacyRestriction(
        Guid id, PrivacyRestrictionKind kind, string subject, string subjectId, string? purpose, DateTimeOffset since) =>
        (Id, Kind, Subject, SubjectId, Purpose, Since) = (id, kind, subject, subjectId, purpose, since);

    /// <summary>Its number; that of the request where it comes from one.</summary>
    public Guid Id { get; private init; }

    /// <summary>Why.</summary>
    public PrivacyRestrictionKind Kind { get; private init; }

    /// <summary>The kind of person, such as <c>customer</c>.</summary>
    public string Subject { get; private init; } = "";

    /// <summary>Who, as the key of their row in text.</summary>
    public string SubjectId { get; private init; } = "";

    /// <summary>For what; null for every purpose.</summary>
    public string? Purpose { get; private init; }

    /// <summary>From when.</summary>
    public DateTimeOffset Since { get; private init; }

    /// <summary>Until when; null while it stands.</summary>
    public DateTimeOffset? LiftedAt { get; internal set; }

    /// <summary>Why it was lifted, as the person was told before; null while it stands.</summary>
    public string? LiftedBecause { get; internal set; }
}
