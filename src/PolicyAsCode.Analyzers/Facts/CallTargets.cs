using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// The methods that a call may run: for a virtual or an interface's method also those that override or implement it in
/// this compilation, or in one that is referenced with its source. Of the others, <see cref="ReferencedFacts"/> knows.
/// </summary>
internal sealed class CallTargets(Compilation compilation)
{
    private readonly Lazy<ILookup<ISymbol, IMethodSymbol>> _implementations = new(() =>
        NameIndex.Open(compilation).Select(open => open.GlobalNamespace).Prepend(compilation.Assembly.GlobalNamespace)
            .SelectMany(Types)
            .SelectMany(Implementations)
            .ToLookup(pair => pair.Declared, pair => pair.Runs, SymbolEqualityComparer.Default));

    internal IEnumerable<IMethodSymbol> Of(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        return method.IsSealed
            || !method.IsVirtual && !method.IsAbstract && !method.IsOverride
            && method.ContainingType.TypeKind != TypeKind.Interface
                ? [method]
                : _implementations.Value[method].Prepend(method);
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol scope)
    {
        foreach (var member in scope.GetMembers())
            if (member is INamespaceOrTypeSymbol inner)
            {
                if (inner is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type)
                    yield return type;
                foreach (var nested in Types(inner))
                    yield return nested;
            }
    }

    private static IEnumerable<(ISymbol Declared, IMethodSymbol Runs)> Implementations(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
            if (member is IMethodSymbol { IsOverride: true } method)
                for (var above = method.OverriddenMethod; above is not null; above = above.OverriddenMethod)
                    yield return (above.OriginalDefinition, method);
        foreach (var contract in type.AllInterfaces)
            foreach (var promised in contract.GetMembers())
                if (promised is IMethodSymbol
                    && type.FindImplementationForInterfaceMember(promised) is IMethodSymbol runs)
                    yield return (promised.OriginalDefinition, runs.OriginalDefinition);
    }
}
