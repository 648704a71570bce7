using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Language.Model;

/// <summary>Data that the policy holds and that is about no person, by the policy's own name for it.</summary>
public sealed record NonPersonalStatement : Statement
{
    /// <summary>Its name: no term, since it is no category of personal data.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in words; null where not said.</summary>
    public Message? Says { get; init; }

    /// <summary>What it is used for; empty says nothing of it.</summary>
    public ImmutableArray<Term> Purposes { get; init; } = ImmutableArray<Term>.Empty;
}
