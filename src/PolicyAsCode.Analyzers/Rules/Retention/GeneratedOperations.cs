using Microsoft.CodeAnalysis;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Policy;

namespace PolicyAsCode.Analyzers.Rules.Retention;

/// <summary>Whether retention and erasure are generated here, so that what the generator does not cover yet counts.</summary>
internal static class GeneratedOperations
{
    private const string Space = "PolicyAsCode.EntityFrameworkCore";
    private const string Marker = "PrivacyOperationsAttribute";

    internal static bool AreIn(BoundPolicy policy) => policy.Types.Find($"{Space}.{Marker}") is not null;

    /// <summary>Whether the context itself asks for them; one that is derived from it asks by itself.</summary>
    internal static bool AreAskedFor(INamedTypeSymbol context) => IsSaid(context, Marker);

    /// <summary>Whether a context that asks for them, here or where the entity is declared, has its rows.</summary>
    internal static bool Cover(Entity entity, INamedTypeSymbol context, BoundPolicy policy) =>
        !SymbolEqualityComparer.Default.Equals(entity.Type.ContainingAssembly, context.ContainingAssembly)
            && IsSaid(entity.Type.ContainingAssembly, "GeneratedPrivacyAttribute")
        || Erase(entity, policy);

    /// <summary>Whether a context of this project that asks for them has the entity's rows.</summary>
    internal static bool Erase(Entity entity, BoundPolicy policy) => AreIn(policy)
        && policy.Entities.Contexts.Any(context => AreAskedFor(context) && policy.Entities.StoredBy(context).Contains(entity));

    private static bool IsSaid(ISymbol symbol, string attribute) => symbol.GetAttributes().Any(one =>
        one.AttributeClass is { } type && type.Name == attribute && Attributes.IsIn(type, Space));
}
