using Microsoft.CodeAnalysis;
using PolicyAsCode.Analyzers.Flow;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// What a method of ours is assumed to return where nothing else is known of it: whoever writes facts leaves that out, and
/// whoever reads them puts it in again.
/// </summary>
internal static class AssumedReturn
{
    /// <summary>
    /// All that a text, or anything else of the platform's types, can be made of; an object of a type of the user's own holds
    /// what its type declares.
    /// </summary>
    internal static Label Of(IMethodSymbol method)
    {
        var label = Label.None;
        if (!IsData(method.ReturnType))
            return label;
        foreach (var parameter in method.Parameters)
            if (IsData(parameter.Type) && Carrying.Reaches(parameter.Type, method.ReturnType))
                label = label.Join(Label.Of(Inputs.Of(parameter.Ordinal)));
        return label;
    }

    /// <summary>Whether a value of the type can be data, and is no service or object of the user's own.</summary>
    internal static bool IsData(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsData(array.ElementType),
        INamedTypeSymbol { TypeArguments: { IsEmpty: false } arguments } named when !arguments.Any(IsData) => false,
        INamedTypeSymbol { TypeKind: TypeKind.Delegate } => false,
        INamedTypeSymbol { TypeKind: TypeKind.Interface } contract =>
            IsIn(contract, "Collections") || IsIn(contract, "Linq"),
        INamedTypeSymbol named => Carrying.CanCarry(named) && IsIn(named, "System"),
        _ => Carrying.CanCarry(type),
    };

    // Whether one of its namespaces is called so.
    private static bool IsIn(ISymbol symbol, string part)
    {
        for (var space = symbol.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
            if (space.Name == part)
                return true;
        return false;
    }
}
