using Microsoft.CodeAnalysis;
using PolicyAsCode.Generators.Model;

namespace PolicyAsCode.Generators.Reading;

/// <summary>
/// Finds the foreign keys of an entity as EF Core does: configured, by attribute, by the name of a navigation, by the
/// collection on the other side; a navigation without a property gets a shadow one.
/// </summary>
internal sealed class ReferenceReader(EntityTypes entities, FluentMapping fluent)
{
    /// <summary>The foreign keys of an entity, in the order of its properties.</summary>
    public IReadOnlyList<ReferenceModel> Of(INamedTypeSymbol dependent)
    {
        var references = new List<ReferenceModel>();
        if (entities.KeyOf(dependent).Count == 0)
            return references;

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var configured in fluent.ForeignKeys)
            if (SymbolEqualityComparer.Default.Equals(configured.Dependent, dependent)
                && configured.Principal is INamedTypeSymbol principal && entities.Contains(principal))
                Add(principal, configured.Navigation is { } name ? Find(dependent, name) : null, configured.Columns,
                    configured.IsRequired, configured.PrincipalKey);

        foreach (var property in EntityTypes.Properties(dependent))
            if (property.Type is INamedTypeSymbol principal && entities.Contains(principal)
                && !references.Any(reference => reference.Navigation == property.Name)
                && ColumnsOf(dependent, property, principal) is { } columns)
                Add(principal, property, columns, isRequired: null, []);

        foreach (var principal in entities.Types)
            foreach (var collection in EntityTypes.Properties(principal))
                if (SymbolEqualityComparer.Default.Equals(EntityTypes.Element(collection.Type), dependent)
                    && !HasNavigation(dependent, principal) && !HasCollection(dependent, principal)
                    && !fluent.IsManyToMany(dependent, principal)
                    && !references.Any(reference => reference.Principal == ContextReader.Name(principal)))
                    Add(principal, null, Conventional(dependent, principal.Name, principal) ?? Shadow(principal.Name, principal), null, []);

        // A key without a navigation, and perhaps without a constraint: CustomerId is a customer's all the same.
        foreach (var principal in entities.Types)
            if (!SymbolEqualityComparer.Default.Equals(principal, dependent) && !IsOneAnother(principal, dependent)
                && !references.Any(reference => reference.Principal == ContextReader.Name(principal))
                && Conventional(dependent, principal.Name, principal) is [var column]
                && Find(dependent, column) is { } property && entities.IsScalar(dependent, property)
                && !references.Any(reference => reference.Columns.Any(used => used.Name == column)))
                Add(principal, null, [column], null, []);
        return references;

        // Of one hierarchy: what looks like a key to the other is their own.
        bool IsOneAnother(INamedTypeSymbol one, INamedTypeSymbol other) =>
            SymbolEqualityComparer.Default.Equals(RootOf(one), RootOf(other));

        INamedTypeSymbol RootOf(INamedTypeSymbol type) => entities.BaseOf(type) is { } parent ? RootOf(parent) : type;

        void Add(
            INamedTypeSymbol principal, IPropertySymbol? navigation, IReadOnlyList<string> columns, bool? isRequired,
            IReadOnlyList<string> principalKey)
        {
            if (!seen.Add(string.Join(",", columns)))
                return;

            var key = principalKey.Count > 0 ? principalKey : entities.KeyOf(principal);
            var navigationIsNullable = navigation?.NullableAnnotation != NullableAnnotation.NotAnnotated;
            references.Add(new(
                ContextReader.Name(principal), navigation?.Name, navigationIsNullable,
                columns.Select((column, index) => Column(column, index < key.Count ? key[index] : null)).ToEquatable())
            {
                PrincipalKey = key.SequenceEqual(entities.KeyOf(principal)) ? EquatableArray<string>.Empty : key.ToEquatable(),
            });

            ColumnModel Column(string name, string? keyName)
            {
                if (Find(dependent, name) is { } property)
                    return new(
                        name, ContextReader.Name(ContextReader.Underlying(property.Type)),
                        isRequired != true && !RequiresNavigation() && ContextReader.IsNullable(dependent, property, fluent),
                        IsShadow: false);

                var type = keyName is not null && Find(principal, keyName) is { } target
                    ? ContextReader.Name(ContextReader.Underlying(target.Type))
                    : "object";
                return new(name, type, !(isRequired ?? (navigation is not null && !navigationIsNullable)), IsShadow: true);
            }

            bool RequiresNavigation() => navigation is not null && AttributeNames.Has(navigation, AttributeNames.Required);
        }
    }

    /// <summary>The columns behind a navigation; null where the foreign key lies on the other side.</summary>
    private IReadOnlyList<string>? ColumnsOf(INamedTypeSymbol dependent, IPropertySymbol navigation, INamedTypeSymbol principal)
    {
        if (AttributeNames.All(navigation, AttributeNames.ForeignKey).FirstOrDefault() is { } named)
            return [.. AttributeNames.Texts(named).SelectMany(text => text.Split(',')).Select(text => text.Trim())];

        var marked = EntityTypes.Properties(dependent)
            .Where(property => AttributeNames.All(property, AttributeNames.ForeignKey)
                .SelectMany(AttributeNames.Texts).Contains(navigation.Name))
            .Select(property => property.Name).ToList();
        if (marked.Count > 0)
            return marked;
        if (Conventional(dependent, navigation.Name, principal) is { } byNavigation)
            return byNavigation;
        if (Conventional(dependent, principal.Name, principal) is { } byPrincipal)
            return byPrincipal;

        // One to one: the side that has the property is the dependent; the other only looks back.
        var looksBack = EntityTypes.Properties(principal)
            .Any(property => SymbolEqualityComparer.Default.Equals(property.Type, dependent));
        return looksBack || fluent.ForeignKeys.Any(key => SymbolEqualityComparer.Default.Equals(key.Dependent, principal)
                && SymbolEqualityComparer.Default.Equals(key.Principal, dependent))
            || Conventional(principal, dependent.Name, dependent) is not null && !IsCollectionOf(principal, dependent)
            ? null
            : Shadow(navigation.Name, principal);
    }

    /// <summary>The columns that EF Core makes up: the name before that of each column of the key, unless it has it.</summary>
    private IReadOnlyList<string> Shadow(string name, INamedTypeSymbol principal) =>
        entities.KeyOf(principal) is { Count: > 0 } key
            ? [.. key.Select(column => column.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? column : name + column)]
            : [name + "Id"];

    private IReadOnlyList<string>? Conventional(INamedTypeSymbol dependent, string prefix, INamedTypeSymbol principal)
    {
        if (entities.KeyOf(principal) is not [var key] || Find(principal, key) is not { } target)
            return null;

        foreach (var name in new[] { prefix + key, prefix + "Id" })
            if (Find(dependent, name) is { } column
                && SymbolEqualityComparer.Default.Equals(
                    ContextReader.Underlying(column.Type), ContextReader.Underlying(target.Type)))
                return [column.Name];
        return null;
    }

    private static bool HasNavigation(INamedTypeSymbol from, INamedTypeSymbol to) =>
        EntityTypes.Properties(from).Any(property => SymbolEqualityComparer.Default.Equals(property.Type, to));

    private static bool HasCollection(INamedTypeSymbol from, INamedTypeSymbol of) => IsCollectionOf(from, of);

    private static bool IsCollectionOf(INamedTypeSymbol from, INamedTypeSymbol of) =>
        EntityTypes.Properties(from)
            .Any(property => SymbolEqualityComparer.Default.Equals(EntityTypes.Element(property.Type), of));

    private static IPropertySymbol? Find(INamedTypeSymbol type, string name) =>
        EntityTypes.Properties(type).FirstOrDefault(property => property.Name == name);
}
