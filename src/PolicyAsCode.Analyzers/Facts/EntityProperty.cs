using Microsoft.CodeAnalysis;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>A property that EF Core stores: a column, or a navigation to a type of ours.</summary>
/// <param name="Symbol">The property.</param>
/// <param name="Target">The type that it leads to; null for a column.</param>
/// <param name="IsCollection">Whether it leads to many.</param>
internal sealed record EntityProperty(IPropertySymbol Symbol, INamedTypeSymbol? Target, bool IsCollection)
{
    private const string Schema = "System.ComponentModel.DataAnnotations.Schema";

    internal bool IsNullable => MayBeNull(Symbol.Type);

    internal static bool MayBeNull(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        || type.IsReferenceType && type.NullableAnnotation != NullableAnnotation.NotAnnotated;

    internal static IEnumerable<EntityProperty> Of(INamedTypeSymbol type, TypeContents contents)
    {
        for (var at = type; at is { SpecialType: SpecialType.None }; at = at.BaseType)
            foreach (var member in at.GetMembers())
                if (member is IPropertySymbol
                    {
                        IsStatic: false, IsIndexer: false, GetMethod: not null, IsOverride: false,
                        DeclaredAccessibility: Accessibility.Public or Accessibility.Internal,
                    } property
                    && !Attributes.Has(property, "NotMappedAttribute", Schema))
                {
                    var (target, many) = Leads(property.Type, contents);
                    // A column that nobody can set is computed; a collection is filled, not set.
                    if (property.SetMethod is not null || many)
                        yield return new(property, target, many);
                }
    }

    private static (INamedTypeSymbol? Target, bool IsCollection) Leads(ITypeSymbol type, TypeContents contents)
    {
        if (type is INamedTypeSymbol { TypeArguments.Length: 1 } generic && generic.IsReferenceType
            && generic.TypeArguments[0] is INamedTypeSymbol element && IsClassOfOurs(element, contents)
            && generic.AllInterfaces.Append(generic).Any(one =>
                one.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T))
            return (element, true);
        return type is INamedTypeSymbol single && IsClassOfOurs(single, contents) ? (single, false) : (null, false);
    }

    private static bool IsClassOfOurs(INamedTypeSymbol type, TypeContents contents) =>
        type is { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } && contents.IsOurs(type.ContainingAssembly);
}
