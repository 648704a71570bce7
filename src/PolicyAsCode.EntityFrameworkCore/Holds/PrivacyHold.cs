namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>That nothing of a person may be erased for a time: a dispute, an investigation, an order of a court.</summary>
public sealed class PrivacyHold
{
    private PrivacyHold()
    {
    }

    internal PrivacyHold(Guid id, string subject, string subjectId, string reason, DateTimeOffset since, DateTimeOffset? until) =>
        (Id, Subject, SubjectId, Reason, Since, Until) = (id, subject, subjectId, reason, since, until);

    /// <summary>Its number.</summary>
    public Guid Id { get; private init; }

    /// <summary>The kind of person, such as <c>customer</c>.</summary>
    public string Subject { get; private init; } = "";

    /// <summary>Who, as the key of their row in text.</summary>
    public string SubjectId { get; private init; } = "";

    /// <summary>Why.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>Who placed it, as the application calls its staff; null where it was placed by itself.</summary>
    public string? PlacedBy { get; internal set; }

    /// <summary>From when.</summary>
    public DateTimeOffset Since { get; private init; }

    /// <summary>It holds no longer from this moment on; null until it is lifted.</summary>
    public DateTimeOffset? Until { get; internal set; }
}
