using System.Collections.Immutable;

namespace PolicyAsCode.Language.Model;

/// <summary>
/// A policy as rules and generators see it: immutable, terms interned, every statement with its place. Built by
/// <see cref="PolicyCompiler"/>, also from a policy with mistakes: then without the statements that could not be read.
/// </summary>
public sealed record PolicyModel
{
    /// <summary>Name, version, dates.</summary>
    public required PolicyHeader Header { get; init; }

    /// <summary>Who answers for it.</summary>
    public required Controller Controller { get; init; }

    /// <summary>The words it is written in.</summary>
    public required Vocabulary Vocabulary { get; init; }

    /// <summary>Law packs it follows, by name.</summary>
    public ImmutableArray<string> Follows { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Whom it is about.</summary>
    public ImmutableArray<SubjectStatement> Subjects { get; init; } = ImmutableArray<SubjectStatement>.Empty;

    /// <summary>What it collects; one statement a category.</summary>
    public ImmutableArray<DataStatement> Data { get; init; } = ImmutableArray<DataStatement>.Empty;

    /// <summary>For what.</summary>
    public ImmutableArray<PurposeStatement> Purposes { get; init; } = ImmutableArray<PurposeStatement>.Empty;

    /// <summary>Who gets it.</summary>
    public ImmutableArray<RecipientStatement> Recipients { get; init; } = ImmutableArray<RecipientStatement>.Empty;

    /// <summary>What must never happen.</summary>
    public ImmutableArray<Prohibition> Never { get; init; } = ImmutableArray<Prohibition>.Empty;

    /// <summary>What subjects can ask.</summary>
    public ImmutableArray<RightStatement> Rights { get; init; } = ImmutableArray<RightStatement>.Empty;

    /// <summary>Which cookies it sets.</summary>
    public ImmutableArray<CookieStatement> Cookies { get; init; } = ImmutableArray<CookieStatement>.Empty;

    /// <summary>What people see to.</summary>
    public ImmutableArray<MeasureStatement> Measures { get; init; } = ImmutableArray<MeasureStatement>.Empty;

    /// <summary>How loudly rules speak.</summary>
    public Enforcement Enforce { get; init; } = Enforcement.Strict;

    /// <summary>Accepted findings.</summary>
    public ImmutableArray<Waiver> Waivers { get; init; } = ImmutableArray<Waiver>.Empty;
}
