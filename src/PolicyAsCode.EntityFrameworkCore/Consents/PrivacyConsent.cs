namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>That a person agreed to a purpose, with the proof of what they were shown (GDPR Art. 7(1), UU PDP art. 24).</summary>
public sealed class PrivacyConsent
{
    private PrivacyConsent()
    {
    }

    internal PrivacyConsent(Guid id, string subject, string subjectId, string purpose, DateTimeOffset givenAt) =>
        (Id, Subject, SubjectId, Purpose, GivenAt) = (id, subject, subjectId, purpose, givenAt);

    /// <summary>Its number.</summary>
    public Guid Id { get; private init; }

    /// <summary>The kind of person, such as <c>customer</c>.</summary>
    public string Subject { get; private init; } = "";

    /// <summary>Who, as the key of their row in text.</summary>
    public string SubjectId { get; private init; } = "";

    /// <summary>What they agreed to.</summary>
    public string Purpose { get; private init; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset GivenAt { get; private init; }

    /// <summary>How: <c>form</c>, <c>in-app</c>, <c>phone</c>.</summary>
    public string GivenThrough { get; internal set; } = "";

    /// <summary>Which version of the text was shown.</summary>
    public string TextVersion { get; internal set; } = "";

    /// <summary>The SHA-256 of the text that was shown, in UTF-8, as lower-case hexadecimal digits.</summary>
    public string TextHash { get; internal set; } = "";

    /// <summary>The language in which it was shown, such as <c>id</c>.</summary>
    public string TextLanguage { get; internal set; } = "";

    /// <summary>When it was taken back; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; internal set; }

    /// <summary>How it was taken back; null while it stands.</summary>
    public string? WithdrawnThrough { get; internal set; }
}
