using System.Collections.Immutable;

namespace PolicyAsCode.Language.Model;

/// <summary>A category that the policy collects: of whom, for what, for how long, how it is protected.</summary>
public sealed record DataStatement : Statement
{
    /// <summary>
    /// The category; what is said holds for narrower ones too, unless they have a statement of their own.
    /// </summary>
    public required Term Category { get; init; }

    /// <summary>Whom it is about; empty says nothing of it.</summary>
    public ImmutableArray<Term> Subjects { get; init; } = ImmutableArray<Term>.Empty;

    /// <summary>For which purposes it may be used; closed.</summary>
    public ImmutableArray<Term> Purposes { get; init; } = ImmutableArray<Term>.Empty;

    /// <summary>
    /// Where it is collected, in the policy's own words (<c>registration</c>); empty says nothing of it.
    /// </summary>
    public ImmutableArray<string> Collected { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>How long it is kept; null where the policy fails to say.</summary>
    public RetentionStatement? Keep { get; init; }

    /// <summary>How it is protected.</summary>
    public ImmutableArray<Protection> Protect { get; init; } = ImmutableArray<Protection>.Empty;

    /// <summary>Whether it is about the subject, or about nobody in particular.</summary>
    public bool IsAbout(Term subject) => Subjects.IsEmpty || Subjects.Any(subject.IsWithin);
}

/// <summary>How a category is protected.</summary>
public enum Protection
{
    /// <summary>Stored encrypted.</summary>
    EncryptedAtRest,

    /// <summary>Sent encrypted.</summary>
    EncryptedInTransit,

    /// <summary>Never in a log in the clear.</summary>
    RedactedInLogs,

    /// <summary>Stored only as a password hasher leaves it.</summary>
    Hashed,
}
