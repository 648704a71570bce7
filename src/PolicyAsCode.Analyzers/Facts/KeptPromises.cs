using Microsoft.CodeAnalysis;
using PolicyAsCode.Analyzers.Policy;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// The operations that are generated from the policy: they keep its promises (retention, erasure, a person's copy and
/// corrections), which is no use of the data for the purpose of whoever has them run. Only what a tool wrote: a part that is
/// added by hand, and a sweep of one's own, are code like any other.
/// </summary>
internal sealed class KeptPromises(KnownTypes types, HandWrittenCode handWritten)
{
    // Each generated class is a sweep, whatever else it is.
    private const string Sweep = "PolicyAsCode.EntityFrameworkCore.IRetentionSweep";

    internal bool IsOne(ISymbol owner, IOperation body, CancellationToken cancel) =>
        types.Find(Sweep) is not null
        && types.Is(owner.ContainingType, Sweep)
        && handWritten.IsGenerated(body.Syntax.SyntaxTree, cancel);
}
