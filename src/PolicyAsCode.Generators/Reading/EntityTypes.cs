using Microsoft.CodeAnalysis;

namespace PolicyAsCode.Generators.Reading;

/// <summary>The entity types of a context: those it names, and those that navigations lead to.</summary>
internal sealed class EntityTypes
{
    private readonly FluentMapping _fluent;
    private readonly HashSet<INamedTypeSymbol> _known = new(SymbolEqualityComparer.Default);

    private EntityTypes(FluentMapping fluent) => _fluent = fluent;

    /// <summary>All of them.</summary>
    public List<INamedTypeSymbol> Types { get; } = [];

    /// <summary>Starts from the types that a context names, and follows their navigations.</summary>
    public static EntityTypes Of(IEnumerable<INamedTypeSymbol> named, FluentMapping fluent, CancellationToken cancel)
    {
        var entities = new EntityTypes(fluent);
        var waiting = new Queue<INamedTypeSymbol>(named);
        while (waiting.Count > 0)
        {
            cancel.ThrowIfCancellationRequested();
            var type = waiting.Dequeue();
            if (fluent.IsView(type) || !entities._known.Add(type))
                continue;

            entities.Types.Add(type);
            foreach (var property in Properties(type))
                if (entities.IsMapped(type, property) && (Element(property.Type) ?? property.Type) is INamedTypeSymbol target
                    && entities.IsEntityLike(target) && entities.KeyOf(target).Count > 0)
                    waiting.Enqueue(target);
        }

        return entities;
    }

    /// <summary>Whether the type is one of them.</summary>
    public bool Contains(ITypeSymbol type) => type is INamedTypeSymbol named && _known.Contains(named);

    /// <summary>Whether a property is a column of its entity, and not a navigation or an owned object.</summary>
    public bool IsScalar(INamedTypeSymbol entity, IPropertySymbol property) =>
        IsMapped(entity, property) && !Contains(Element(property.Type) ?? property.Type)
        && (Element(property.Type) is not INamedTypeSymbol element || !IsEntityLike(element))
        && (property.Type is not INamedTypeSymbol type || !IsEntityLike(type));

    /// <summary>
    /// What a row holds in objects that are no rows of their own: such properties themselves, where they are no columns,
    /// and the properties of their types, all the way down.
    /// </summary>
    public IEnumerable<IPropertySymbol> Inner(INamedTypeSymbol entity)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        return Below(entity, isEntity: true);

        IEnumerable<IPropertySymbol> Below(INamedTypeSymbol owner, bool isEntity)
        {
            foreach (var property in Properties(owner))
            {
                if (!IsMapped(owner, property)
                    || (Element(property.Type) ?? ContextReader.Underlying(property.Type)) is not INamedTypeSymbol target
                    || Contains(target) || _fluent.IsView(target))
                    continue;
                if (!isEntity || !IsScalar(owner, property))
                    yield return property;
                if (IsObject(target) && seen.Add(target))
                    foreach (var inner in Below(target, isEntity: false))
                        yield return inner;
            }
        }
    }

    /// <summary>The properties of an entity's primary key, as EF Core's conventions and its attributes say.</summary>
    public IReadOnlyList<string> KeyOf(INamedTypeSymbol entity)
    {
        if (_fluent.KeyOf(entity) is { } configured)
            return configured;
        if (AttributeNames.Has(entity, AttributeNames.Keyless))
            return [];
        for (var level = entity; level is not null; level = level.BaseType)
            if (AttributeNames.All(level, AttributeNames.PrimaryKey).FirstOrDefault() is { } composite)
                return [.. AttributeNames.Texts(composite)];

        var properties = Properties(entity).ToList();
        var marked = properties.Where(property => AttributeNames.Has(property, AttributeNames.Key)).ToList();
        if (marked.Count > 0)
            return [.. marked.Select(property => property.Name)];

        var conventional = properties.FirstOrDefault(property => Is(property, "Id"))
            ?? properties.FirstOrDefault(property => Is(property, entity.Name + "Id"));
        return conventional is null ? [] : [conventional.Name];

        static bool Is(IPropertySymbol property, string name) =>
            string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The public properties of a type, base types first; an override counts once.</summary>
    public static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type)
    {
        var levels = new Stack<INamedTypeSymbol>();
        for (var level = type; level is not null && level.SpecialType != SpecialType.System_Object; level = level.BaseType)
            levels.Push(level);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var level in levels)
            foreach (var property in level.GetMembers().OfType<IPropertySymbol>())
                if (property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public,
                        GetMethod: not null } && names.Add(property.Name))
                    yield return property;
    }

    /// <summary>The element of a collection of objects; null for text, bytes and everything that is no collection.</summary>
    public static ITypeSymbol? Element(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_String || type is IArrayTypeSymbol)
            return null;
        var sequence = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } self
            ? self
            : type.AllInterfaces.FirstOrDefault(implemented =>
                implemented.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T);
        return sequence?.TypeArguments[0];
    }

    private bool IsMapped(INamedTypeSymbol entity, IPropertySymbol property) =>
        !AttributeNames.Has(property, AttributeNames.NotMapped) && !_fluent.IsIgnored(entity, property.Name)
        // Without a setter EF Core maps a property only where it is a collection or configured; such a field is computed.
        && (property.SetMethod is not null || Element(property.Type) is not null
            || _fluent.IsConfigured(entity, property.Name));

    private bool IsEntityLike(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Class && IsObject(type) && !_fluent.IsOwned(type)
        && !AttributeNames.Has(type, AttributeNames.Owned) && !AttributeNames.Has(type, AttributeNames.ComplexType);

    private static bool IsObject(INamedTypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct && type.SpecialType == SpecialType.None
        && type.ContainingNamespace?.ToDisplayString() is not ("System" or "System.Text.Json" or "System.Net");
}
