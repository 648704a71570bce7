using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Where a field lies in the database, as EF Core's model says at run time.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column; of a field in JSON, the one that holds the document.</param>
/// <param name="Keys">The columns by which the table's rows belong to the entity's, in the order of its key.</param>
/// <param name="Property">The field itself.</param>
/// <param name="Json">The way to it inside the document; null for a column of its own.</param>
internal sealed record StoredField(
    ITable Table, string Column, IReadOnlyList<string> Keys, IProperty Property, IReadOnlyList<JsonStep>? Json)
{
    /// <summary>Follows the members from an entity to a field.</summary>
    /// <exception cref="InvalidOperationException">The model has no such field, or it lies in no table.</exception>
    public static StoredField Of(IEntityType entity, IReadOnlyList<string> path)
    {
        var place = new Place(entity, TableOf(entity, entity), KeysOf(entity), null, null);
        for (var i = 0; i < path.Count - 1; i++)
            place = place.Into(path[i], entity);
        return place.Field(path[^1], entity);
    }

    /// <summary>The table of an entity's rows that only it has; of several (TPT), the one furthest from the root.</summary>
    public static ITable? TableOf(ITypeBase type, IEntityType of) =>
        type.GetTableMappings().Select(mapping => (ITable)mapping.Table).LastOrDefault()
        ?? (type == of ? throw new InvalidOperationException($"{of.DisplayName()} lies in no table.") : null);

    /// <summary>The columns of an entity's key.</summary>
    public static IReadOnlyList<string> KeysOf(IEntityType entity) =>
        [.. Columns(entity, TableOf(entity, entity)!, entity.FindPrimaryKey()!.Properties)];

    /// <summary>The columns of properties in one of their entity's tables.</summary>
    public static IEnumerable<string> Columns(ITypeBase type, ITableBase table, IEnumerable<IProperty> properties)
    {
        var mapping = type.GetTableMappings().First(mapping => mapping.Table == table);
        return properties.Select(property => mapping.ColumnMappings.First(column => column.Property == property).Column.Name);
    }

    private sealed record Place(
        ITypeBase Type, ITable? Table, IReadOnlyList<string> Keys, string? Document, IReadOnlyList<JsonStep>? Steps)
    {
        public Place Into(string name, IEntityType root)
        {
            if (Type is IEntityType entity && entity.FindNavigation(name) is { ForeignKey.IsOwnership: true } navigation)
                return Owned(navigation);
            if (Type.FindComplexProperty(name) is { } complex)
                return Complex(complex);
            throw new InvalidOperationException($"The model has no object {Type.DisplayName()}.{name} in rows of {root.DisplayName()}.");
        }

        private Place Owned(INavigation navigation)
        {
            var owned = navigation.TargetEntityType;
            if (owned.IsMappedToJson())
                return Document is null
                    ? this with { Type = owned, Document = owned.GetContainerColumnName(), Steps = navigation.IsCollection ? [JsonStep.Each] : [] }
                    : this with { Type = owned, Steps = [.. Steps!, .. Step(owned.GetJsonPropertyName() ?? navigation.Name, navigation.IsCollection)] };
            var table = TableOf(owned, owned)!;
            return table == Table
                ? this with { Type = owned }
                : new(owned, table, [.. Columns(owned, table, navigation.ForeignKey.Properties)], null, null);
        }

        private Place Complex(IComplexProperty property)
        {
            var type = property.ComplexType;
            if (!type.IsMappedToJson())
                return this with { Type = type };
            return Document is null
                ? this with { Type = type, Document = type.GetContainerColumnName(), Steps = property.IsCollection ? [JsonStep.Each] : [] }
                : this with { Type = type, Steps = [.. Steps!, .. Step(property.GetJsonPropertyName() ?? property.Name, property.IsCollection)] };
        }

        private static IEnumerable<JsonStep> Step(string name, bool isCollection) =>
            isCollection ? [new(name), JsonStep.Each] : [new(name)];

        public StoredField Field(string name, IEntityType root)
        {
            var property = Type.FindProperty(name)
                ?? throw new InvalidOperationException($"The model has no {Type.DisplayName()}.{name} in rows of {root.DisplayName()}.");
            if (Document is not null)
                return new(Table!, Document, Keys, property, [.. Steps!, new(property.GetJsonPropertyName() ?? property.Name)]);
            var mappings = Type.GetTableMappings().ToList();
            var mapping = mappings.FirstOrDefault(one => one.Table == Table && Has(one, property))
                ?? mappings.FirstOrDefault(one => Has(one, property))
                ?? throw new InvalidOperationException($"{Type.DisplayName()}.{name} has no column.");
            // The tables of one row (TPT, entity splitting) share its key, which may be named differently in each.
            var keys = mapping.Table == Table || Type is not IEntityType { } entity
                ? Keys
                : [.. Columns(entity, mapping.Table, entity.FindPrimaryKey()!.Properties)];
            return new(
                (ITable)mapping.Table, mapping.ColumnMappings.First(column => column.Property == property).Column.Name, keys,
                property, null);
        }

        private static bool Has(ITableMapping mapping, IProperty property) =>
            mapping.ColumnMappings.Any(column => column.Property == property);
    }
}

/// <summary>A step inside a JSON document: to a member by name, or into each element of an array.</summary>
/// <param name="Name">The member's name; null for each element.</param>
internal sealed record JsonStep(string? Name)
{
    /// <summary>Into each element.</summary>
    public static JsonStep Each { get; } = new((string?)null);
}
