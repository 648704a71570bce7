using System.Collections.Immutable;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore.Testing.Judging;

/// <summary>What the policy says, by the types of EF Core's own model.</summary>
internal sealed class ModelFacts
{
    private readonly Dictionary<IEntityType, List<FieldGroupFacts>> _groups = [];
    private readonly Dictionary<IEntityType, List<IProperty>> _holds = [];
    private readonly Dictionary<IEntityType, IReadOnlyList<SideFacts>> _sides = [];
    private readonly Dictionary<IEntityType, string> _records = [];
    private readonly Dictionary<IProperty, HashSet<(RetentionPeriod Period, bool IsMinimum)>> _anchors = [];
    private readonly Dictionary<IEntityType, List<Relation>> _relations = [];

    public ModelFacts(IModel model, PrivacyFacts facts)
    {
        (Model, Facts) = (model, facts);
        Expiry = new(TimeZoneInfo.FindSystemTimeZoneById(facts.TimeZone));
        foreach (var entity in facts.Entities)
        {
            var declared = model.FindEntityType(entity.Type) ?? throw new InvalidOperationException(
                $"{entity.Type.Name} is in the facts of the policy '{facts.Policy}' and not in EF Core's model: was it built anew since?");
            foreach (var type in declared.GetDerivedTypesInclusive())
            {
                List(_groups, type).AddRange(entity.Groups.Select(group => Secrets.In(type, group)));
                List(_holds, type).AddRange(entity.Holds.Select(hold => Hold(type, hold)));
                if (entity.IsRecord)
                    _records[type] = entity.Subject!;
            }
        }

        var relations = new Dictionary<IForeignKey, Relation>();
        foreach (var type in model.GetEntityTypes())
            _relations[type] = [.. type.GetForeignKeys().Where(key => !key.IsOwnership && !IsWithin(key)).Select(key =>
                relations.TryGetValue(key, out var known) ? known : relations[key] = new(key))];
        foreach (var (type, groups) in _groups)
            foreach (var group in groups)
            {
                Unconstrained(type, group.Path);
                Unconstrained(type, group.AnchorPath);
            }

        foreach (var entity in facts.Entities)
            if (Sides.Of(entity.Groups.Where(IsErased), Relations(model.FindEntityType(entity.Type)!)) is { IsEmpty: false } sides)
                foreach (var type in model.FindEntityType(entity.Type)!.GetDerivedTypesInclusive())
                    _sides[type] = sides;

        foreach (var (type, groups) in _groups)
            foreach (var group in groups)
                if (group.Anchor is { } anchor && AnchorOf(type, group.AnchorPath, anchor) is { } property)
                {
                    var periods = _anchors.TryGetValue(property, out var known) ? known : _anchors[property] = [];
                    if (group.AtMost is { } most)
                        periods.Add((most, false));
                    if (group.AtLeast is { } least)
                        periods.Add((least, true));
                }

        static List<T> List<T>(Dictionary<IEntityType, List<T>> lists, IEntityType type) =>
            lists.TryGetValue(type, out var list) ? list : lists[type] = [];

        // Sides are of whom an erasure is about; what only a sweep reaches is of the nearest.
        bool IsErased(FieldGroupFacts group) => facts.Entities.Any(entity => entity.IsRecord && entity.Subject == group.Subject
            && facts.Erasures.Any(record => record.IsAssignableFrom(entity.Type)));
    }

    public IModel Model { get; }

    public PrivacyFacts Facts { get; }

    public Expiry Expiry { get; }

    /// <summary>The types whose rows are somebody's own record, with the kind of person.</summary>
    public IReadOnlyDictionary<IEntityType, string> Records => _records;

    /// <summary>What the policy says of those tables of the run time that the context has.</summary>
    public IEnumerable<OwnTableFacts> OwnTables => Facts.OwnTables.Where(rule =>
        Model.FindEntityType(rule.Table == OwnTable.Consents ? typeof(PrivacyConsent) : typeof(PrivacyRequest)) is not null);

    /// <summary>The class by which operations know a record: of a hierarchy, the one of which an erasure was generated.</summary>
    public Type RecordOf(IEntityType record) => Facts.Erasures.First(type => type.IsAssignableFrom(record.ClrType));

    /// <summary>
    /// Under which name a person can be put on hold, whatever their rows say: <c>customer</c>, or <c>customer/Guest</c> where
    /// several classes are records of one kind; null without the run time's tables, or where nothing is generated for them.
    /// </summary>
    public string? HoldName(IEntityType record)
    {
        if (Model.FindEntityType(typeof(PrivacyHold)) is null || !Facts.Erasures.Any(type => type.IsAssignableFrom(record.ClrType)))
            return null;
        var (subject, root) = (Records[record], record.GetRootType());
        return Records.All(other => other.Value != subject || other.Key.GetRootType() == root) ? subject : $"{subject}/{root.ClrType.Name}";
    }

    /// <summary>The properties from which a retention counts, with the times that count from them.</summary>
    public IReadOnlyDictionary<IProperty, HashSet<(RetentionPeriod Period, bool IsMinimum)>> Anchors => _anchors;

    public IReadOnlyList<FieldGroupFacts> Groups(IEntityType type) => _groups.TryGetValue(type, out var found) ? found : [];

    public IReadOnlyList<IProperty> Holds(IEntityType type) => _holds.TryGetValue(type, out var found) ? found : [];

    /// <summary>By which references a row of a type can be of two people; none where it is of one.</summary>
    public IReadOnlyList<SideFacts> SidesOf(IEntityType type) => _sides.GetValueOrDefault(type) ?? [];

    /// <summary>What rows of a type refer to.</summary>
    public IReadOnlyList<Relation> Relations(IEntityType type) => _relations[type];

    /// <summary>
    /// What the code declares to be personal, and no rule speaks of: what is left out there, operations and proofs would both
    /// pass over.
    /// </summary>
    public IEnumerable<string> Undeclared() =>
        from type in Model.GetEntityTypes()
        where !type.IsOwned() && !type.IsAbstract() && !type.HasSharedClrType && type.ClrType.Assembly != typeof(PrivacyFacts).Assembly
            && type.GetTableMappings().Any()
        let said = Named(type)
        from field in Declared(type, "")
        where !said.Any(one => field == one || field.StartsWith(one + ".", StringComparison.Ordinal))
        select $"{type.ShortName()}.{field} is declared to be personal, and nothing of the plan speaks of it.";

    /// <summary>Whether it only holds the tables of one row together, of which each type of a hierarchy has its own.</summary>
    private static bool IsWithin(IForeignKey key) => key.DeclaringEntityType != key.PrincipalEntityType
        && key.PrincipalEntityType.IsAssignableFrom(key.DeclaringEntityType)
        && key.Properties.SequenceEqual(key.DeclaringEntityType.FindPrimaryKey()!.Properties);

    /// <summary>
    /// The property of a hold: of a row, of an object that it owns, or of a complex one. What is not found is never put in, and
    /// would be proved by nothing.
    /// </summary>
    private static IProperty Hold(IEntityType type, string name)
    {
        var way = name.Split('.');
        ITypeBase? at = type;
        foreach (var step in way[..^1])
            at = at?.FindComplexProperty(step) is { } complex
                ? complex.IsCollection ? null : complex.ComplexType
                : (at as IEntityType)?.FindNavigation(step)?.TargetEntityType;
        return at?.FindProperty(way[^1]) ?? throw new InvalidOperationException(
            $"{type.ShortName()}.{name} is declared to hold a row, and is no property of EF Core's model that a row can be put on hold by: "
            + "nothing would prove that it does.");
    }

    /// <summary>A property of a row, or of an object that it owns.</summary>
    private static IProperty? Find(IEntityType type, string name)
    {
        var way = name.Split('.');
        foreach (var step in way[..^1])
        {
            if (type.FindNavigation(step)?.TargetEntityType is not { } owned)
                return null;
            type = owned;
        }

        return type.FindProperty(way[^1]);
    }

    private List<string> Named(IEntityType type) => [.. Groups(type).SelectMany(group => group.Fields).Select(field => field.Name)];

    private static IEnumerable<string> Declared(ITypeBase type, string prefix)
    {
        foreach (var property in type.GetProperties().Where(property => IsDeclared(property.PropertyInfo)))
            yield return prefix + property.Name;
        var objects = type.GetComplexProperties().Select(complex => ((IPropertyBase)complex, (ITypeBase)complex.ComplexType))
            .Concat(type is IEntityType entity
                ? entity.GetNavigations().Where(navigation => navigation.ForeignKey.IsOwnership && !navigation.IsOnDependent)
                    .Select(navigation => ((IPropertyBase)navigation, (ITypeBase)navigation.TargetEntityType))
                : []);
        foreach (var (held, inner) in objects)
            if (IsDeclared(held.PropertyInfo))
                yield return prefix + held.Name;
            else
                foreach (var field in Declared(inner, $"{prefix}{held.Name}."))
                    yield return field;
    }

    private static bool IsDeclared(PropertyInfo? property) => property?.IsDefined(typeof(DataCategoryAttribute), inherit: true) == true;

    /// <summary>Whether a property is part of a reference.</summary>
    public bool IsReference(IProperty property) => property.DeclaringType is IEntityType type
        && type.GetDerivedTypesInclusive().Any(one => _relations[one].Any(relation => relation.Properties.Contains(property)));

    /// <summary>Whether the time of fields for which a rule is meant is counted through a reference.</summary>
    public bool CountsThrough(IEntityType owner, Relation link, Func<FieldGroupFacts, bool> rule) => _groups.Any(entity =>
        entity.Value.Any(group => rule(group) && PassesThrough(entity.Key, group.AnchorPath, owner, link)));

    /// <summary>Whether a way from a type leads over a reference.</summary>
    public bool PassesThrough(IEntityType from, ImmutableArray<ReferenceFacts> way, IEntityType owner, Relation link)
    {
        var at = from;
        foreach (var hop in way)
        {
            if (Find(at, hop) is not { } relation)
                return false;
            if (relation == link && (at.IsAssignableFrom(owner) || owner.IsAssignableFrom(at)))
                return true;
            at = relation.Principal;
        }

        return false;
    }

    /// <summary>The reference that facts mean, of a type or of what derives from it.</summary>
    public Relation? Find(IEntityType type, ReferenceFacts reference) => type.GetDerivedTypesInclusive()
        .SelectMany(one => _relations[one]).FirstOrDefault(relation => relation.Name == reference.Properties);

    private void Unconstrained(IEntityType type, ImmutableArray<ReferenceFacts> way)
    {
        foreach (var hop in way)
        {
            if (Find(type, hop) is null && Model.FindEntityType(hop.Principal) is { } principal)
            {
                var properties = hop.Properties.Split(',').Select(type.FindProperty).OfType<IProperty>().ToList();
                if (properties.Count != principal.FindPrimaryKey()!.Properties.Count)
                    return;
                var relation = new Relation(type, properties, principal);
                foreach (var one in type.GetDerivedTypesInclusive())
                    _relations[one].Add(relation);
            }

            if (Find(type, hop) is not { } found)
                return;
            type = found.Principal;
        }
    }

    private IProperty? AnchorOf(IEntityType type, ImmutableArray<ReferenceFacts> way, string anchor)
    {
        foreach (var hop in way)
        {
            if (Find(type, hop) is not { } relation)
                return null;
            type = relation.Principal;
        }

        return type.GetDerivedTypesInclusive().Select(one => Find(one, anchor)).FirstOrDefault(found => found is not null);
    }
}
