namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// A request of a person, from its receipt to the last message. When it is closed it forgets how the person is reached
/// and what they wrote; when it was for erasure, also who they were: then it is proof that somebody was answered in time.
/// </summary>
public sealed class PrivacyRequest
{
    private PrivacyRequest()
    {
    }

    internal PrivacyRequest(Guid id, PrivacyRight right, string subject, string subjectId) =>
        (Id, Right, Subject, SubjectId) = (id, right, subject, subjectId);

    /// <summary>Its number.</summary>
    public Guid Id { get; private init; }

    /// <summary>What is asked for.</summary>
    public PrivacyRight Right { get; private init; }

    /// <summary>The kind of person, such as <c>customer</c>.</summary>
    public string Subject { get; private init; } = "";

    /// <summary>Who, as the key of their row in text; null once nobody needs to know.</summary>
    public string? SubjectId { get; internal set; }

    /// <summary>The tenant whose person it is, as the application's <see cref="IPrivacyTenant"/> names it; null where there are none.</summary>
    public string? Tenant { get; internal set; }

    /// <summary>How far it has come.</summary>
    public PrivacyRequestState State { get; internal set; }

    /// <summary>Where it came in: <c>email</c>, <c>phone</c>, <c>form</c>, <c>post</c>, <c>in-app</c>.</summary>
    public string Channel { get; internal set; } = "";

    /// <summary>The purpose that an objection, a restriction or a withdrawal is about; null for all of them.</summary>
    public string? Purpose { get; internal set; }

    /// <summary>How the person is reached: <c>email</c>, <c>sms</c>; forgotten when the request is closed.</summary>
    public string? AddressKind { get; internal set; }

    /// <summary>Where the person is reached; forgotten when the request is closed.</summary>
    public string? Address { get; internal set; }

    /// <summary>The language of its messages, such as <c>id</c>.</summary>
    public string Language { get; internal set; } = "";

    /// <summary>What the person wrote; forgotten when the request is closed.</summary>
    public string? Words { get; internal set; }

    /// <summary>What is to be put right, as JSON; forgotten when it has been.</summary>
    public string? Corrections { get; internal set; }

    /// <summary>When it came in.</summary>
    public DateTimeOffset ReceivedAt { get; internal set; }

    /// <summary>When it was sure who asks.</summary>
    public DateTimeOffset? VerifiedAt { get; internal set; }

    /// <summary>How it was made sure: <c>code</c>, <c>signed-in</c>, or what an application's verifier calls it.</summary>
    public string? VerifiedBy { get; internal set; }

    /// <summary>When it was confirmed.</summary>
    public DateTimeOffset? ConfirmedAt { get; internal set; }

    /// <summary>The last local day for it; null before its time has begun.</summary>
    public DateOnly? DueOn { get; internal set; }

    /// <summary>From this moment on it is late; null before its time has begun.</summary>
    public DateTimeOffset? DueAt { get; internal set; }

    /// <summary>When its time was made longer; null if it never was.</summary>
    public DateTimeOffset? ExtendedAt { get; internal set; }

    /// <summary>Why its time was made longer, as the person was told.</summary>
    public string? ExtensionReason { get; internal set; }

    /// <summary>When the database was served; nothing brings back what is gone from then on.</summary>
    public DateTimeOffset? ExecutedAt { get; internal set; }

    /// <summary>Who served it, as the application calls its staff; null where it was served by itself.</summary>
    public string? ExecutedBy { get; internal set; }

    /// <summary>When everything was done, also outside of the database.</summary>
    public DateTimeOffset? DoneAt { get; internal set; }

    /// <summary>What was done, as JSON: counts and reasons, names of fields, and nobody's name.</summary>
    public string? Receipt { get; internal set; }

    /// <summary>Why it was refused, as the person was told.</summary>
    public string? RefusalReason { get; internal set; }

    /// <summary>When it came to its end: notified, refused or withdrawn.</summary>
    public DateTimeOffset? ClosedAt { get; internal set; }

    /// <summary>Until when the copy that was asked for can be fetched; null where there is none.</summary>
    public DateTimeOffset? CopyUntil { get; internal set; }

    internal byte[]? CodeSalt { get; set; }

    internal byte[]? CodeHash { get; set; }

    internal DateTimeOffset? CodeExpiresAt { get; set; }

    internal DateTimeOffset? CodeSentAt { get; set; }

    internal int CodesSent { get; set; }

    internal int CodeAttempts { get; set; }

    internal long Version { get; set; }
}
