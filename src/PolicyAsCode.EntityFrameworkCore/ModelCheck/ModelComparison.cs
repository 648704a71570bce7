using System.Collections.Immutable;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Compares assumptions with a model, in words.</summary>
internal sealed class ModelComparison(ModelAssumptions assumed, IModel model)
{
    private const string TemporalTable = "SqlServer:IsTemporal";

    private readonly SortedSet<string> _found = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, EntityAssumption> _known = assumed.Entities.ToDictionary(entity => entity.Type);

    public ModelDifferences Differences()
    {
        foreach (var entity in assumed.Entities)
            if (model.FindEntityType(entity.Type) is { } type)
                Compare(entity, type);
            else
                _found.Add($"{entity.Type.Name} is no entity of the model.");
        foreach (var type in model.GetEntityTypes())
            if (!_known.ContainsKey(type.ClrType) && !type.IsOwned() && !type.IsPrivacyTable())
                Unknown(type);
        return new([.. _found]);
    }

    private void Compare(EntityAssumption entity, IEntityType type)
    {
        var name = entity.Type.Name;
        var key = type.FindPrimaryKey()?.Properties.Select(property => property.Name) ?? [];
        if (!key.SequenceEqual(entity.Key))
            _found.Add($"{name}: its key is {Words(key)}; planned for {Words(entity.Key)}.");
        if (type.BaseType?.ClrType != entity.Base)
            _found.Add($"{name}: it derives from {type.BaseType?.ClrType.Name ?? "no entity"}; planned for {entity.Base?.Name ?? "none"}.");
        if (type.GetTableMappings().FirstOrDefault()?.Table is { } table
            && table.EntityTypeMappings.Select(mapping => (IEntityType)mapping.TypeBase)
                .FirstOrDefault(other => !other.IsOwned() && other.GetRootType() != type.GetRootType()) is { } sharing)
            _found.Add($"{name}: it shares the table {table.Name} with {sharing.ClrType.Name}, whose rows would go with its own.");
        if (type.FindAnnotation(TemporalTable) is { Value: true })
            _found.Add($"{name}: its table is temporal, and the history keeps what is erased. Keep no history of personal data, or erase it yourself and turn this check off for the context.");
        // An abstract type has no rows; what it declares is looked at in those that derive from it.
        foreach (var field in type.IsAbstract() ? [] : entity.Fields)
            Compare(name, type, field);
        foreach (var reference in entity.References)
            Compare(name, type, reference);
        foreach (var key2 in type.GetForeignKeys())
            Unknown(entity, key2);
        foreach (var (path, property) in Stored(type, ""))
            if (IsPersonal(property) && entity.Fields.All(field => field.Name != path))
                _found.Add($"{name}.{path} is declared to be personal data; the plan does not know that it is stored.");
    }

    private void Compare(string entity, IEntityType type, FieldAssumption field)
    {
        StoredField stored;
        try
        {
            stored = StoredField.Of(type, field.Name.Split('.'));
        }
        catch (InvalidOperationException)
        {
            _found.Add($"{entity}.{field.Name} is not stored as planned: the model has no such field.");
            return;
        }

        var property = stored.Property;
        switch (field.Use)
        {
            case FieldUse.SetToNull when !property.IsNullable:
                _found.Add($"{entity}.{field.Name} is required by the model; planned to be set to null.");
                break;
            case FieldUse.SetToEmptyText when property.IsKey() || property.GetContainingIndexes().Any(index => index.IsUnique):
                _found.Add($"{entity}.{field.Name} is unique by the model; planned to be set to the empty text.");
                break;
            case FieldUse.Compared when property.GetTypeMapping() is var mapping && mapping.Converter is { } converter
                && !TimeOrder.IsKeptBy(converter, Clr(property)):
                _found.Add($"{entity}.{field.Name} is stored as {converter.ProviderClrType.Name} by {converter.GetType().Name.Split('`')[0]}, which does not order by time: store it as ticks (UsePrivacyConversions() in ConfigureConventions), or as the database's own date.");
                break;
            case FieldUse.Compared when stored.Json is null && Clr(property) == typeof(DateTimeOffset)
                && property.GetTypeMapping().Converter is null
                && string.Equals(property.GetColumnType(), "TEXT", StringComparison.OrdinalIgnoreCase):
                _found.Add($"{entity}.{field.Name} is stored as text, which SQLite does not order: call UsePrivacyConversions() in ConfigureConventions.");
                break;
            // In JSON a moment is written otherwise than in SQLite's columns: 2026-11-22T… against 2026-11-22 ….
            case FieldUse.Compared when stored.Json is not null && Clr(property) != typeof(DateOnly)
                && property.GetTypeMapping().Converter is null
                && string.Equals(property.GetTypeMapping() is RelationalTypeMapping relational ? relational.StoreType : null, "TEXT", StringComparison.OrdinalIgnoreCase):
                _found.Add($"{entity}.{field.Name} is text in JSON, which SQLite does not order as it orders its columns: store it as ticks (UsePrivacyConversions() in ConfigureConventions), or in a column of its own.");
                break;
        }
    }

    private void Compare(string entity, IEntityType type, ReferenceAssumption reference)
    {
        if (reference.Columns.FirstOrDefault(column => type.FindProperty(column) is null) is { } missing)
        {
            _found.Add($"{entity}.{missing} is no column of the model; planned as the reference to {reference.Principal.Name}.");
            return;
        }

        // A key without a constraint is followed all the same, and cut where its column takes null.
        var key = type.GetForeignKeys().FirstOrDefault(key => Names(key.Properties).SequenceEqual(reference.Columns));
        var isOptional = reference.Columns.Any(column => type.FindProperty(column)!.IsNullable);
        var words = Words(reference.Columns);
        if (isOptional != reference.IsOptional)
            _found.Add($"{entity}: the reference to {reference.Principal.Name} by {words} is {Optional(isOptional)}; planned as {Optional(reference.IsOptional)}.");
        if (key is null)
            return;
        if (key.PrincipalEntityType.ClrType != reference.Principal)
            _found.Add($"{entity}: {words} refers to {key.PrincipalEntityType.ClrType.Name}; planned for {reference.Principal.Name}.");
        var principalKey = reference.PrincipalKey.IsEmpty && key.PrincipalKey.IsPrimaryKey()
            ? []
            : Names(key.PrincipalKey.Properties);
        if (!principalKey.SequenceEqual(reference.PrincipalKey))
            _found.Add($"{entity}: {words} refers to {Words(Names(key.PrincipalKey.Properties))} of {reference.Principal.Name}; planned for {(reference.PrincipalKey.IsEmpty ? "its key" : Words(reference.PrincipalKey))}.");

        static string Optional(bool isOptional) => isOptional ? "optional" : "required";
    }

    /// <summary>A foreign key that no plan knows, to rows that a plan may delete.</summary>
    private void Unknown(EntityAssumption entity, IForeignKey key)
    {
        // What joins the tables of one row (TPT, a split entity) is no reference to another.
        var isWithinRow = key.PrincipalEntityType.GetRootType() == key.DeclaringEntityType.GetRootType()
            && key.Properties.SequenceEqual(key.DeclaringEntityType.FindPrimaryKey()?.Properties ?? []);
        if (!key.IsOwnership && !isWithinRow && _known.ContainsKey(key.PrincipalEntityType.ClrType)
            && !entity.References.Any(reference => reference.Columns.SequenceEqual(Names(key.Properties))))
            _found.Add($"{entity.Type.Name} refers to {key.PrincipalEntityType.ClrType.Name} by {Words(Names(key.Properties))}; the plan does not know of it.");
    }

    /// <summary>An entity that no plan knows: told where it refers to one that is known, or declares personal data.</summary>
    private void Unknown(IEntityType type)
    {
        if (DependentTable.IsJoin(type) || type.GetTableName() is null)
            return;
        var name = type.ShortName();
        foreach (var key in type.GetForeignKeys().Where(key => _known.ContainsKey(key.PrincipalEntityType.ClrType)))
            _found.Add($"{name} refers to {key.PrincipalEntityType.ClrType.Name} by {Words(Names(key.Properties))}; the plan does not know the entity {name}.");
        foreach (var (path, property) in Stored(type, ""))
            if (IsPersonal(property))
                _found.Add($"{name}.{path} is declared to be personal data; the plan does not know the entity {name}.");
    }

    /// <summary>What rows of a type hold, those of its owned and complex types included; foreign keys of those are told.</summary>
    private IEnumerable<(string Path, IProperty Property)> Stored(ITypeBase type, string before)
    {
        foreach (var property in type.GetProperties())
            yield return (before + property.Name, property);
        foreach (var complex in type.GetComplexProperties())
            foreach (var inner in Stored(complex.ComplexType, $"{before}{complex.Name}."))
                yield return inner;
        if (type is not IEntityType entity)
            yield break;
        foreach (var navigation in entity.GetNavigations().Where(navigation => navigation is { ForeignKey.IsOwnership: true, IsOnDependent: false }))
        {
            var owned = navigation.TargetEntityType;
            foreach (var key in owned.GetForeignKeys().Where(key => !key.IsOwnership && _known.ContainsKey(key.PrincipalEntityType.ClrType)))
                _found.Add($"{owned.ShortName()}, which is owned, refers to {key.PrincipalEntityType.ClrType.Name} by {Words(Names(key.Properties))}; make it an entity.");
            foreach (var inner in Stored(owned, $"{before}{navigation.Name}."))
                yield return inner;
        }
    }

    private static bool IsPersonal(IProperty property) =>
        property.PropertyInfo is { } member && member.GetCustomAttributes<DataCategoryAttribute>(inherit: true).Any();

    private static Type Clr(IProperty property) => Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;

    private static IEnumerable<string> Names(IEnumerable<IReadOnlyProperty> properties) => properties.Select(property => property.Name);

    private static string Words(IEnumerable<string> names) => $"({string.Join(", ", names)})";
}
