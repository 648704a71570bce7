using Microsoft.CodeAnalysis;
using PolicyAsCode.Analyzers.Policy;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// The sweeps and erasures that are generated from the policy: they keep its promises, which is no use of the data for the
/// purpose of whoever has them run. Only those: a copy hands the data out, whoever asked for it, and a part that is added by
/// hand, a sweep of one's own and what another tool wrote are code like any other.
/// </summary>
internal sealed class KeptPromises(KnownTypes types, HandWrittenCode handWritten)
{
    // Each generated class is a sweep, whatever else it is.
    private const string Sweep = "PolicyAsCode.EntityFrameworkCore.IRetentionSweep";

    // Copies and corrections are written to files of their own.
    private const string Generator = "PolicyAsCode.Generators/PolicyAsCode.Generators.PrivacyOperationsGenerator/", File = "Privacy.g.cs";

    internal bool IsOne(ISymbol owner, IOperation body, CancellationToken cancel) =>
        types.Find(Sweep) is not null
        && types.Is(owner.ContainingType, Sweep)
        && handWritten.IsGenerated(body.Syntax.SyntaxTree, cancel)
        && IsOurs(body.Syntax.SyntaxTree.FilePath.Replace('\\', '/'));

    private static bool IsOurs(string path) =>
        path.EndsWith(File, StringComparison.Ordinal) && path.LastIndexOf(Generator, StringComparison.Ordinal) is >= 0 and var at
        && path.IndexOf('/', at + Generator.Length) < 0;
}
