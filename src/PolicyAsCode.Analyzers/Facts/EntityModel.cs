using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Analyzers.Policy;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// What EF Core stores, by its conventions: the sets of each <c>DbContext</c>, configured types, and what their
/// navigations reach. Read from declarations alone; what only <c>OnModelCreating</c> says in code is not seen.
/// </summary>
internal sealed class EntityModel
{
    private const string Context = "Microsoft.EntityFrameworkCore.DbContext";
    private const string Set = "Microsoft.EntityFrameworkCore.DbSet`1";
    private const string Configuration = "Microsoft.EntityFrameworkCore.IEntityTypeConfiguration`1";

    private readonly Lazy<ImmutableDictionary<ISymbol, Entity>> _entities;
    private readonly Lazy<ImmutableHashSet<ISymbol>> _columns;
    private readonly Lazy<ImmutableArray<INamedTypeSymbol>> _contexts;
    private readonly KnownTypes _types;

    internal EntityModel(BoundPolicy policy, Compilation compilation)
    {
        _types = policy.Types;
        _contexts = new(() =>
        [
            .. policy.Names.TypesWithBases(compilation)
                .Where(type => !type.IsAbstract && policy.Types.Is(type, Context))
                .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default),
        ]);
        _entities = new(() => new Builder(policy, compilation).Build());
        _columns = new(() => _entities.Value.Values
            .SelectMany(entity => entity.Fields.Select(field => (ISymbol)field.Property))
            .ToImmutableHashSet(SymbolEqualityComparer.Default));
    }

    /// <summary>The entity of that type; null for a type that is not stored, or not by itself.</summary>
    internal Entity? Of(INamedTypeSymbol type) => _entities.Value.TryGetValue(type, out var entity) ? entity : null;

    /// <summary>The contexts of this compilation, but for those that only serve to be derived from.</summary>
    internal IEnumerable<INamedTypeSymbol> Contexts => _contexts.Value;

    /// <summary>The contexts of this compilation that may store the entity: those with a set of it, else all.</summary>
    internal IEnumerable<INamedTypeSymbol> ContextsOf(Entity entity)
    {
        var having = _contexts.Value.Where(context => Sets(context, _types).Any(set =>
            SymbolEqualityComparer.Default.Equals(set.Entity, entity.Type))).ToList();
        return having.Count > 0 ? having : _contexts.Value;
    }

    /// <summary>All entities with personal data that rows of a context's sets are, or lead to.</summary>
    internal IEnumerable<Entity> StoredBy(INamedTypeSymbol context) =>
        Sets(context, _types).Select(set => Of(set.Entity)).OfType<Entity>()
            .SelectMany(entity => entity.SelfAndReached()).Distinct().Where(entity => !entity.Fields.IsEmpty);

    /// <summary>Every entity.</summary>
    internal IEnumerable<Entity> All => _entities.Value.Values;

    /// <summary>Whether the member is a column, of an entity or of what one owns.</summary>
    internal bool Stores(ISymbol member) =>
        _columns.Value.Contains(member)
        || member is IPropertySymbol { IsStatic: false, ContainingType: var type } && _entities.Value.ContainsKey(type)
        && !Attributes.Has(member, "NotMappedAttribute", "System.ComponentModel.DataAnnotations.Schema");

    /// <summary>The sets of a context, of its base types too; none for any other type.</summary>
    internal static IEnumerable<(IPropertySymbol Set, INamedTypeSymbol Entity)> Sets(
        INamedTypeSymbol type, KnownTypes types)
    {
        if (!types.Is(type, Context))
            yield break;
        for (var at = type; at is not null; at = at.BaseType)
            foreach (var member in at.GetMembers())
                if (member is IPropertySymbol { Type: INamedTypeSymbol { TypeArguments.Length: 1 } set } property
                    && types.Is(set, Set) && set.TypeArguments[0] is INamedTypeSymbol entity)
                    yield return (property, entity);
    }

    private sealed class Builder(BoundPolicy policy, Compilation compilation)
    {
        private readonly Dictionary<ISymbol, Entity> _entities = new(SymbolEqualityComparer.Default);
        private readonly Dictionary<ISymbol, List<EntityProperty>> _properties = new(SymbolEqualityComparer.Default);

        internal ImmutableDictionary<ISymbol, Entity> Build()
        {
            if (policy.Types.Find(Context) is null)
                return ImmutableDictionary<ISymbol, Entity>.Empty;

            var open = new Queue<INamedTypeSymbol>(Roots());
            while (open.Count > 0)
            {
                var type = open.Dequeue();
                if (_entities.ContainsKey(type))
                    continue;
                var properties = EntityProperty.Of(type, policy.Contents).ToList();
                _properties.Add(type, properties);
                _entities.Add(type, new(type, policy.Data.Subject(type), Fields(properties)));
                foreach (var property in properties)
                    if (property.Target is { } target && EntityKeys.Of(target).Any())
                        open.Enqueue(target);
            }

            foreach (var pair in _properties)
                LinksOf(_entities[pair.Key], pair.Value);
            return _entities.ToImmutableDictionary<KeyValuePair<ISymbol, Entity>, ISymbol, Entity>(
                pair => pair.Key, pair => pair.Value, SymbolEqualityComparer.Default);
        }

        private IEnumerable<INamedTypeSymbol> Roots()
        {
            foreach (var type in policy.Names.TypesWithBases(compilation))
            {
                foreach (var (_, entity) in Sets(type, policy.Types))
                    yield return entity;
                foreach (var contract in type.AllInterfaces)
                    if (policy.Types.Is(contract, Configuration)
                        && contract.TypeArguments[0] is INamedTypeSymbol { } stored)
                        yield return stored;
            }
        }

        // What a row holds: its own properties, and those of the types it owns (no key of their own, so no row either).
        private ImmutableArray<PersonalField> Fields(IEnumerable<EntityProperty> properties, int depth = 0)
        {
            var fields = ImmutableArray.CreateBuilder<PersonalField>();
            foreach (var property in properties)
            {
                var categories = policy.Names.Personal.Contains(property.Symbol.Name)
                    ? policy.Data.Categories(property.Symbol)
                    : default;
                var held = property.Target is { } target ? EntityKeys.Of(target).Any() ? null : target : Value(property);
                if (!categories.IsEmpty)
                    fields.Add(new(property.Symbol, categories));
                // Objects nest a few levels at most; a deeper one is a cycle that EF refuses.
                if (held is not null && depth < 4)
                    fields.AddRange(Fields(EntityProperty.Of(held, policy.Contents), depth + 1));
            }
            return fields.ToImmutable();
        }

        // A value of a type of ours, such as a complex struct.
        private INamedTypeSymbol? Value(EntityProperty property)
        {
            var type = property.Symbol.Type;
            if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
                type = nullable.TypeArguments[0];
            return type is INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } value
                && policy.Contents.IsOurs(value.ContainingAssembly) ? value : null;
        }

        private void LinksOf(Entity entity, List<EntityProperty> properties)
        {
            foreach (var property in properties)
                if (property.Target is { } target && _entities.TryGetValue(target, out var other))
                {
                    if (property.IsCollection)
                    {
                        // Many to many has a row of its own between them, which belongs to both.
                        if (!_properties[target].Any(back => back.IsCollection && Same(back.Target, entity.Type)))
                            Refer(
                                other, entity, EntityKeys.Foreign(target, entity.Type, navigation: null),
                                optional: true, hasNavigation: false);
                    }
                    else if (EntityKeys.Foreign(entity.Type, target, property.Symbol) is { } key)
                        Refer(entity, other, key, optional: false, hasNavigation: true);
                    else if (EntityKeys.Foreign(target, entity.Type, navigation: null) is null)
                        Refer(entity, other, key: null, property.IsNullable, hasNavigation: true);
                }
                else if (property.Target is null && NamedByKey(property.Symbol) is { } named)
                    Refer(entity, named, property.Symbol, optional: false, hasNavigation: false);
        }

        private static void Refer(Entity from, Entity to, IPropertySymbol? key, bool optional, bool hasNavigation) =>
            from.Link(to, key, key is null ? optional : EntityProperty.MayBeNull(key.Type), hasNavigation);

        // A key without a navigation: CustomerId refers to Customer.
        private Entity? NamedByKey(IPropertySymbol property)
        {
            if (!property.Name.EndsWith("Id", StringComparison.Ordinal) || property.Name.Length < 3)
                return null;
            var name = property.Name.Substring(0, property.Name.Length - 2);
            foreach (var pair in _entities)
                if (pair.Key.Name == name)
                    return pair.Value;
            return null;
        }

        private static bool Same(ISymbol? left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left, right);
    }
}
