using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyAsCode.Generators.Model;

namespace PolicyAsCode.Generators.Reading;

/// <summary>Reads a marked context into its model; the last code that sees a symbol.</summary>
internal static class ContextReader
{
    /// <summary>The model; null for a context that no sibling class can be written for (nested, generic, static).</summary>
    public static ContextModel? Read(GeneratorAttributeSyntaxContext found, CancellationToken cancel)
    {
        if (found.TargetSymbol is not INamedTypeSymbol { ContainingType: null, IsGenericType: false, IsStatic: false } context
            || found.TargetNode is not TypeDeclarationSyntax)
            return null;

        var sets = Sets(context);
        var fluent = FluentMapping.Read(
            context, [.. sets.Select(set => set.Entity)], found.SemanticModel.Compilation, cancel);
        var entities = EntityTypes.Of(sets.Select(set => set.Entity).Concat(fluent.Entities), fluent, cancel);
        var models = entities.Types
            .GroupBy(type => type.Name, StringComparer.Ordinal)
            .SelectMany(same => same.Select(type =>
                Entity(type, entities, fluent, sets) with { Name = same.Count() == 1 ? type.Name : QualifiedName(type) }))
            .OrderBy(entity => entity.Type, StringComparer.Ordinal);
        return new(
            context.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() : "",
            context.Name, context.DeclaredAccessibility == Accessibility.Public ? "public" : "internal",
            models.ToEquatable());
    }

    /// <summary>The name of one of several entities that share their simple name: with what they lie in before it.</summary>
    private static string QualifiedName(INamedTypeSymbol type) =>
        (type.ContainingType?.Name ?? type.ContainingNamespace.Name) + type.Name;

    /// <summary>The sets of a context; EF Core finds those that generated code cannot name, too.</summary>
    private static List<(string? Name, INamedTypeSymbol Entity)> Sets(INamedTypeSymbol context)
    {
        var sets = new List<(string?, INamedTypeSymbol)>();
        for (var type = context; type is not null; type = type.BaseType)
            foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
                if (property.Type is INamedTypeSymbol { Name: "DbSet", TypeArguments: [INamedTypeSymbol entity] }
                    && !property.IsStatic)
                    sets.Add((IsVisible(property) ? property.Name : null, entity));
        return sets;

        bool IsVisible(IPropertySymbol set) =>
            set.DeclaredAccessibility == Accessibility.Public
            || (set.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal
                && SymbolEqualityComparer.Default.Equals(set.ContainingAssembly, context.ContainingAssembly));
    }

    private static EntityModel Entity(
        INamedTypeSymbol type, EntityTypes entities, FluentMapping fluent, List<(string? Name, INamedTypeSymbol Entity)> sets)
    {
        var key = entities.KeyOf(type);
        var scalars = EntityTypes.Properties(type)
            .Where(property => entities.IsScalar(type, property))
            .Select(property => Property(type, property, key, fluent))
            .Concat(entities.InObjects(type).Select(inner => InObject(inner.Way, inner.Field, fluent)));
        return new(
            type.Name, Name(type),
            sets.Where(set => SymbolEqualityComparer.Default.Equals(set.Entity, type)).Select(set => set.Name).FirstOrDefault(),
            entities.BaseOf(type) is { } parent ? Name(parent) : null,
            Bases(type).Select(AttributeNames.NameOf).ToEquatable(),
            Bases(type).SelectMany(level => AttributeNames.All(level, AttributeNames.DataSubject))
                .SelectMany(AttributeNames.Texts).FirstOrDefault(),
            key.ToEquatable(), scalars.ToEquatable(),
            References(type, new(entities, fluent), entities).ToEquatable())
        {
            IsAbstract = type.IsAbstract,
            HasDerived = entities.Types.Any(other => SymbolEqualityComparer.Default.Equals(entities.BaseOf(other), type)),
            Inner = entities.Inner(type).Select(property => Property(type, property, [], fluent)).ToEquatable(),
        };
    }

    /// <summary>The foreign keys of an entity: those of what it derives from, and its own.</summary>
    private static List<ReferenceModel> References(INamedTypeSymbol type, ReferenceReader reader, EntityTypes entities)
    {
        var references = entities.BaseOf(type) is { } parent ? References(parent, reader, entities) : [];
        references.AddRange(reader.Of(type).Where(own => !references.Any(inherited =>
            inherited.Columns.Equals(own.Columns) || (own.Navigation is not null && inherited.Navigation == own.Navigation))));
        return references;
    }

    /// <summary>A field of an object in the rows; what the object's property declares holds for all that is in it.</summary>
    private static PropertyModel InObject(IReadOnlyList<IPropertySymbol> way, IPropertySymbol field, FluentMapping fluent)
    {
        var own = Property(field.ContainingType, field, [], fluent);
        var declared = way.SelectMany(step => AttributeNames.All(step, AttributeNames.DataCategory)).SelectMany(AttributeNames.Texts);
        return own with
        {
            Name = string.Join(".", way.Select(step => step.Name).Append(own.Name)),
            Categories = own.Categories.Count > 0 || own.IsDeclaredNotPersonal ? own.Categories : declared.Distinct().ToEquatable(),
            Objects = way.Select(step => new ObjectStep(
                step.Name, EntityTypes.Element(step.Type) is null && step.NullableAnnotation != NullableAnnotation.NotAnnotated
                    && (!step.Type.IsValueType || IsNullableValue(step.Type)),
                IsNullableValue(step.Type), EntityTypes.Element(step.Type) is not null)).ToEquatable(),
        };

        static bool IsNullableValue(ITypeSymbol type) =>
            type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
    }

    private static PropertyModel Property(
        INamedTypeSymbol entity, IPropertySymbol property, IReadOnlyList<string> key, FluentMapping fluent)
    {
        var unique = fluent.IsUnique(entity, property.Name)
            || AttributeNames.All(entity, AttributeNames.Index).Any(index =>
                index.NamedArguments.Any(named => named is { Key: "IsUnique", Value.Value: true })
                && AttributeNames.Texts(index).Contains(property.Name));
        return new(
            property.Name, Name(Underlying(property.Type)), IsNullable(entity, property, fluent),
            key.Contains(property.Name), unique, AttributeNames.NameOf(property.ContainingType),
            Texts(AttributeNames.DataCategory).Concat(InValue()).Distinct().ToEquatable(), AttributeNames.Has(property, AttributeNames.NotPersonalData),
            Texts(AttributeNames.RetentionAnchor),
            AttributeNames.Has(property, AttributeNames.LegalHold))
        {
            IsNullableValue = property.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T,
            Attributes = property.GetAttributes().SelectMany(attribute => Bases(attribute.AttributeClass))
                .Select(AttributeNames.NameOf).Where(name => name != "System.Attribute").Distinct().ToEquatable(),
        };

        // What a converter stores as one value is one field, and as personal as all that is in it.
        IEnumerable<string> InValue() =>
            fluent.IsConverted(entity, property) && Underlying(property.Type) is INamedTypeSymbol value
                ? EntityTypes.Properties(value).SelectMany(inner => AttributeNames.All(inner, AttributeNames.DataCategory)).SelectMany(AttributeNames.Texts)
                : [];

        EquatableArray<string> Texts(string attribute) =>
            AttributeNames.All(property, attribute).SelectMany(AttributeNames.Texts).ToEquatable();
    }

    /// <summary>Whether the property's column takes null, as EF Core's conventions decide.</summary>
    public static bool IsNullable(INamedTypeSymbol entity, IPropertySymbol property, FluentMapping fluent) =>
        !AttributeNames.Has(property, AttributeNames.Required)
        && !fluent.IsRequired(entity, property.Name)
        && (property.Type.IsValueType
            ? property.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            : property.NullableAnnotation != NullableAnnotation.NotAnnotated);

    /// <summary>The type itself, for <c>T?</c> of a value type its <c>T</c>.</summary>
    public static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;

    /// <summary>The type's name in code.</summary>
    public static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol? type)
    {
        for (var level = type; level is not null && level.SpecialType != SpecialType.System_Object; level = level.BaseType)
            yield return level;
    }
}
