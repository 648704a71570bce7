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

    /// <summary>The entity that another derives from; null where its base is none.</summary>
    public INamedTypeSymbol? BaseOf(INamedTypeSymbol entity)
    {
        for (var level = entity.BaseType; level is not null; level = level.BaseType)
            if (Contains(level))
                return level;
        return null;
    }

    /// <summary>Whether a property is a column of its entity, and not a navigation or an owned object.</summary>
    public bool IsScalar(INamedTypeSymbol entity, IPropertySymbol property) =>
        IsMapped(entity, property)
        && (_fluent.IsConverted(entity, property) || (PartOf(entity, property) is null && IsScalar(property)));

    private bool IsScalar(IPropertySymbol property) =>
        !Contains(Element(property.Type) ?? property.Type)
        && (Element(property.Type) is not INamedTypeSymbol element || !IsEntityLike(element))
        && (property.Type is not INamedTypeSymbol type || !IsEntityLike(type));

    /// <summary>
    /// The fields of the objects that a row holds and that are known to be parts of it (owned, complex), all the way down,
    /// each with the way to it.
    /// </summary>
    public IEnumerable<(IReadOnlyList<IPropertySymbol> Way, IPropertySymbol Field)> InObjects(INamedTypeSymbol entity)
    {
        return Below(entity, [], [entity]);

        IEnumerable<(IReadOnlyList<IPropertySymbol>, IPropertySymbol)> Below(
            INamedTypeSymbol owner, IReadOnlyList<IPropertySymbol> way, IReadOnlyList<INamedTypeSymbol> above)
        {
            foreach (var property in Properties(owner))
                if (PartOf(owner, property) is { } part && !above.Contains(part, SymbolEqualityComparer.Default))
                    foreach (var inner in Below(part, [.. way, property], [.. above, part]))
                        yield return inner;
                else if (way.Count > 0 && IsScalar(owner, property))
                    yield return (way, property);
        }
    }

    /// <summary>
    /// What a row holds in objects of which nothing says how they are stored: such properties themselves, where they are no
    /// columns, and the properties of their types, all the way down.
    /// </summary>
    public IEnumerable<IPropertySymbol> Inner(INamedTypeSymbol entity)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { entity };
        return Below(entity, isKnown: true);

        IEnumerable<IPropertySymbol> Below(INamedTypeSymbol owner, bool isKnown)
        {
            foreach (var property in Properties(owner))
            {
                if (!IsMapped(owner, property) || _fluent.IsConverted(owner, property)
                    || (Element(property.Type) ?? ContextReader.Underlying(property.Type)) is not INamedTypeSymbol target
                    || Contains(target) || _fluent.IsView(target))
                    continue;
                var isPart = isKnown && PartOf(owner, property) is not null;
                if (!isPart && (!isKnown || !IsScalar(owner, property)))
                    yield return property;
                if (IsObject(target) && seen.Add(target))
                    foreach (var inner in Below(target, isPart))
                        yield return inner;
            }
        }
    }

    /// <summary>The type of the objects that a property holds as parts of the row; null where they are not, or not seen to be.</summary>
    private INamedTypeSymbol? PartOf(INamedTypeSymbol owner, IPropertySymbol property) =>
        IsMapped(owner, property) && !_fluent.IsConverted(owner, property)
        && (Element(property.Type) ?? ContextReader.Underlying(property.Type)) is INamedTypeSymbol target
        && !Contains(target) && IsObject(target)
        && (_fluent.IsOwned(target.WithNullableAnnotation(NullableAnnotation.None))
            || AttributeNames.Has(target, AttributeNames.Owned) || AttributeNames.Has(target, AttributeNames.ComplexType))
            ? target
            : null;

    /// <summary>The properties of an entity's primary key, as EF Core's conventions and its attributes say.</summary>
    public IReadOnlyList<string> KeyOf(INamedTypeSymbol entity)
    {
        if (_fluent.KeyOf(entity) is { } configured)
            return configured;
        if (AttributeNames.Has(entity, AttributeNames.Keyless))
            return [];
        if (BaseOf(entity) is { } parent)
            return KeyOf(parent);
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
