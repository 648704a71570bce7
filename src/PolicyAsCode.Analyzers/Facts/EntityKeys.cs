using Microsoft.CodeAnalysis;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>Keys as EF Core finds them: by attribute, else by name.</summary>
internal static class EntityKeys
{
    private const string Annotations = "System.ComponentModel.DataAnnotations";
    private const string Core = "Microsoft.EntityFrameworkCore";

    /// <summary>The properties of the primary key; none for an owned type.</summary>
    internal static IEnumerable<IPropertySymbol> Of(INamedTypeSymbol type)
    {
        var byAttribute = Named(type, "PrimaryKeyAttribute").ToList();
        if (byAttribute.Count > 0)
            return byAttribute;
        var own = Properties(type).Where(property => Attributes.Has(property, "KeyAttribute", Annotations)).ToList();
        if (own.Count > 0)
            return own;
        return Properties(type).Where(property =>
            property.Name.Equals("Id", StringComparison.OrdinalIgnoreCase)
            || property.Name.Equals(type.Name + "Id", StringComparison.OrdinalIgnoreCase)).Take(1);
    }

    /// <summary>Whether the property is part of the key or of a unique index.</summary>
    internal static bool IsKeyOrUnique(INamedTypeSymbol type, IPropertySymbol property) =>
        Of(type).Concat(Named(type, "IndexAttribute")).Contains(property, SymbolEqualityComparer.Default);

    /// <summary>
    /// The property of one type that holds the key of another: named by <c>[ForeignKey]</c>, else by convention.
    /// </summary>
    internal static IPropertySymbol? Foreign(INamedTypeSymbol from, INamedTypeSymbol to, IPropertySymbol? navigation)
    {
        foreach (var property in Properties(from))
        {
            var said = property.GetAttributes()
                .FirstOrDefault(one => one.AttributeClass is { Name: "ForeignKeyAttribute" })?.ConstructorArguments;
            if (said is { Length: 1 } arguments && arguments[0].Value is string name)
            {
                if (navigation is not null && SymbolEqualityComparer.Default.Equals(property, navigation))
                    return Properties(from).FirstOrDefault(key => key.Name == name);
                if (navigation?.Name == name)
                    return property;
            }
        }

        var names = new List<string> { to.Name + "Id" };
        if (navigation is not null)
            names.Insert(0, navigation.Name + "Id");
        foreach (var key in Of(to))
        {
            names.Add(to.Name + key.Name);
            if (navigation is not null)
                names.Add(navigation.Name + key.Name);
        }
        return names.Select(name => Properties(from).FirstOrDefault(property => property.Name == name))
            .FirstOrDefault(property => property is not null);
    }

    // [PrimaryKey(nameof(A), nameof(B))] and [Index(nameof(A), IsUnique = true)] stand on the type.
    private static IEnumerable<IPropertySymbol> Named(INamedTypeSymbol type, string attributeName) =>
        from attribute in type.GetAttributes()
        where attribute.AttributeClass is { } known && known.Name == attributeName && Attributes.IsIn(known, Core)
            && (attributeName != "IndexAttribute"
                || attribute.NamedArguments.Any(one => one is { Key: "IsUnique", Value.Value: true }))
        from name in Attributes.Strings(attribute)
        from property in Properties(type)
        where property.Name == name
        select property;

    private static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type)
    {
        for (var at = type; at is { SpecialType: SpecialType.None }; at = at.BaseType)
            foreach (var member in at.GetMembers())
                if (member is IPropertySymbol { IsStatic: false } property)
                    yield return property;
    }
}
