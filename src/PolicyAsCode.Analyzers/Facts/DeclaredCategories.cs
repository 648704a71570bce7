using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// Which categories some code is declared to hold, by attribute or binding: what a policy says of any other matches
/// nothing there.
/// </summary>
public static class DeclaredCategories
{
    /// <summary>Their keys; of members that types of the code inherit too.</summary>
    /// <param name="compilation">The code.</param>
    /// <param name="options">The policy, as a build hands it to analyzers.</param>
    /// <param name="cancel">Ends it early.</param>
    public static ImmutableHashSet<string> In(Compilation compilation, AnalyzerOptions options, CancellationToken cancel)
    {
        if (BoundPolicy.Of(compilation, options, cancel) is not { Data: { } data, Model.Vocabulary: { } terms })
            return [];
        var vocabulary = terms.Terms(TermKind.Category);
        var found = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<INamespaceOrTypeSymbol>();
        open.Push(compilation.Assembly.GlobalNamespace);
        while (open.Count > 0)
        {
            cancel.ThrowIfCancellationRequested();
            var next = open.Pop();
            if (next is INamedTypeSymbol type)
            {
                if (!seen.Add(type.OriginalDefinition))
                    continue;
                if (type.BaseType is { SpecialType: SpecialType.None } above)
                    open.Push(above);
            }
            foreach (var member in next.GetMembers())
                if (member is INamespaceOrTypeSymbol below)
                    open.Push(below);
                else
                    Add(member);
        }
        return found.ToImmutable();

        void Add(ISymbol member)
        {
            foreach (var term in data.Categories(member).In(vocabulary))
                found.Add(term.Key);
            if (member is IMethodSymbol method)
                foreach (var parameter in method.Parameters)
                    foreach (var term in data.Categories(parameter).In(vocabulary))
                        found.Add(term.Key);
        }
    }
}
