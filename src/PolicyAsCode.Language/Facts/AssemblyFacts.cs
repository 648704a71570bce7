using System.Collections.Immutable;

namespace PolicyAsCode.Language.Facts;

/// <summary>
/// What the compilations that reference an assembly need to know of it and its metadata do not say: what its methods do with
/// what they are given. Symbols are written as documentation comment ids, terms as keys of the vocabulary.
/// </summary>
/// <param name="Assembly">Its simple name.</param>
public sealed record AssemblyFacts(string Assembly)
{
    /// <summary>Members that bindings declare, and no attribute.</summary>
    public ImmutableArray<MemberFacts> Members { get; init; } = [];

    /// <summary>Methods that do more than a caller assumes of one of which nothing is said.</summary>
    public ImmutableArray<MethodFacts> Methods { get; init; } = [];
}
