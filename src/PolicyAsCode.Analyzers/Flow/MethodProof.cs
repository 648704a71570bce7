using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>Which gates a method proves to those who call it.</summary>
/// <param name="Returned">By what it answers, for one that answers by yes and no.</param>
/// <param name="Always">By coming back at all.</param>
internal sealed record MethodProof(Proof Returned, TermSet Always)
{
    /// <summary>Nothing is proved.</summary>
    internal static MethodProof None { get; } = new(Proof.None, TermSet.Empty);

    /// <summary>What a call proves that may run either.</summary>
    internal MethodProof Either(MethodProof other) =>
        new(Returned.Either(other.Returned), Always.Intersect(other.Always));
}
