using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// For which purposes code runs: the nearest declaration of member, containing types and assembly; then the longest
/// namespace of the bindings. Empty where nobody says.
/// </summary>
internal sealed class DeclaredPurposes(Vocabulary vocabulary, BoundNames bindings)
{
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<Term>> _known = new(SymbolEqualityComparer.Default);

    internal ImmutableArray<Term> Of(ISymbol symbol) => _known.GetOrAdd(symbol, Read);

    private ImmutableArray<Term> Read(ISymbol symbol)
    {
        if (Attributes.One(symbol, Attributes.Purpose) is { } said)
            return [.. Attributes.Terms(said, TermKind.Purpose, vocabulary)];
        if (symbol is IMethodSymbol named && bindings.Method(named) is { Purposes: { IsEmpty: false } ofMethod })
            return ofMethod;
        if (symbol is INamedTypeSymbol type && bindings.Type(type) is { Purposes: { IsEmpty: false } ofType })
            return ofType;
        if (symbol is IMethodSymbol { AssociatedSymbol: { } accessed })
            return Of(accessed);
        // The markup of a page runs for what its model runs for.
        if (symbol is INamedTypeSymbol page && Model(page) is { } model && Of(model) is { IsEmpty: false } purposes)
            return purposes;
        if (symbol.ContainingSymbol is { } outer and not INamespaceSymbol)
            return Of(outer);

        if (symbol.ContainingAssembly is { } assembly && Attributes.One(assembly, Attributes.Purpose) is { } all)
            return [.. Attributes.Terms(all, TermKind.Purpose, vocabulary)];
        return ByNamespace(symbol);
    }

    // A page without a model of its own is its own model.
    private static ITypeSymbol? Model(INamedTypeSymbol page) =>
        page.BaseType is { } above
        && (Attributes.IsIn(above, "Microsoft.AspNetCore.Mvc.RazorPages") || Attributes.IsIn(above, "Microsoft.AspNetCore.Mvc.Razor"))
        && page.GetMembers("Model").OfType<IPropertySymbol>().FirstOrDefault()?.Type is { } model
        && !SymbolEqualityComparer.Default.Equals(model, page)
            ? model
            : null;

    private ImmutableArray<Term> ByNamespace(ISymbol symbol)
    {
        for (var space = symbol.ContainingNamespace;
             space is { IsGlobalNamespace: false };
             space = space.ContainingNamespace)
            foreach (var bound in bindings.Namespaces)
                if (Attributes.IsIn(space, Parent(bound.Namespace)) && space.Name == Last(bound.Namespace))
                    return bound.Purposes;
        return [];
    }

    private static string Parent(string name) => name.Substring(0, Math.Max(0, name.LastIndexOf('.')));

    private static string Last(string name) => name.Substring(name.LastIndexOf('.') + 1);
}
