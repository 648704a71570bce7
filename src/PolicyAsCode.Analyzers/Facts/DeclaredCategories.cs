using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Language;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// Which categories some code is declared to hold, by attribute or binding: what a policy says of any other matches
/// nothing there.
/// </summary>
public static class DeclaredCategories
{
    /// <summary>Their keys; of members that types of the code inherit too.</summary>
    /// <param name="compilation">The code.</param>
    /// <param name="policy">The policy with its vocabulary and bindings.</param>
    /// <param name="cancel">Ends it early.</param>
    public static ImmutableHashSet<string> In(Compilation compilation, CompiledPolicy policy, CancellationToken cancel)
    {
        var bindings = new BoundNames(policy.Bindings);
        var referenced = new ReferencedFacts(policy.Vocabulary, compilation);
        var data = new DeclaredData(policy.Vocabulary, new NameIndex(compilation, bindings, referenced), bindings, referenced);
        var vocabulary = policy.Vocabulary.Terms(Language.Model.TermKind.Category);
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
