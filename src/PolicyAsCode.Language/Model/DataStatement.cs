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

    /// <summary>Where it is collected; empty says nothing of it.</summary>
    public ImmutableArray<Term> Collected { get; init; } = ImmutableArray<Term>.Empty;

    /// <summary>Whether the notice says only that it may be collected.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The ground for a special category (GDPR Art. 9(2)); null where none is stated.</summary>
    public SpecialBasis? SpecialBasis { get; init; }

    /// <summary>How long it is kept; null where the policy fails to say.</summary>
    public RetentionStatement? Keep { get; init; }

    /// <summary>How it is protected.</summary>
    public ImmutableArray<Protection> Protect { get; init; } = ImmutableArray<Protection>.Empty;

    /// <summary>Whether it is about the subject, or about nobody in particular.</summary>
    public bool IsAbout(Term subject) => Subjects.IsEmpty || Subjects.Any(subject.IsWithin);
}
