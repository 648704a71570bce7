using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore.Testing.Judging;

/// <summary>What the policy says, by the types of EF Core's own model.</summary>
internal sealed class ModelFacts
{
    private readonly Dictionary<IEntityType, List<FieldGroupFacts>> _groups = [];
    private readonly Dictionary<IEntityType, List<IProperty>> _holds = [];
    private readonly Dictionary<IEntityType, string> _records = [];
    private readonly Dictionary<IProperty, HashSet<(RetentionPeriod Period, bool IsMinimum)>> _anchors = [];

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
                List(_groups, type).AddRange(entity.Groups);
                List(_holds, type).AddRange(entity.Holds.Select(hold => type.FindProperty(hold)!));
                if (entity.IsRecord)
                    _records[type] = entity.Subject!;
            }
        }

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
    }

    public IModel Model { get; }

    public PrivacyFacts Facts { get; }

    public Expiry Expiry { get; }

    /// <summary>The types whose rows are somebody's own record, with the kind of person.</summary>
    public IReadOnlyDictionary<IEntityType, string> Records => _records;

    /// <summary>The properties from which a retention counts, with the times that count from them.</summary>
    public IReadOnlyDictionary<IProperty, HashSet<(RetentionPeriod Period, bool IsMinimum)>> Anchors => _anchors;

    public IReadOnlyList<FieldGroupFacts> Groups(IEntityType type) => _groups.TryGetValue(type, out var found) ? found : [];

    public IReadOnlyList<IProperty> Holds(IEntityType type) => _holds.TryGetValue(type, out var found) ? found : [];

    /// <summary>Whether what is said of the entity leaves a foreign key of it to an anchor of a rule.</summary>
    public bool CountsThrough(IEntityType owner, IForeignKey link, Func<FieldGroupFacts, bool> rule) => _groups.Any(entity =>
        entity.Value.Any(group => rule(group) && PassesThrough(entity.Key, group.AnchorPath, owner, link)));

    /// <summary>Whether a way from a type leads over a foreign key.</summary>
    public static bool PassesThrough(IEntityType from, ImmutableArray<string> way, IEntityType owner, IForeignKey link)
    {
        IEntityType? at = from;
        foreach (var hop in way)
        {
            if (at is null || Key(at, hop) is not { } key)
                return false;
            if (key == link && (at.IsAssignableFrom(owner) || owner.IsAssignableFrom(at)))
                return true;
            at = key.PrincipalEntityType;
        }

        return false;
    }

    /// <summary>The foreign key of those properties, of a type or of what derives from it.</summary>
    public static IForeignKey? Key(IEntityType type, string properties) =>
        type.GetForeignKeys().Concat(type.GetDerivedForeignKeys()).FirstOrDefault(key => NameOf(key) == properties);

    /// <summary>How facts call a foreign key.</summary>
    public static string NameOf(IForeignKey key) => string.Join(",", key.Properties.Select(property => property.Name));

    private static IProperty? AnchorOf(IEntityType type, ImmutableArray<string> way, string anchor)
    {
        foreach (var hop in way)
        {
            if (Key(type, hop) is not { } key)
                return null;
            type = key.PrincipalEntityType;
        }

        return type.FindProperty(anchor)
            ?? type.GetDerivedTypes().Select(derived => derived.FindProperty(anchor)).FirstOrDefault(found => found is not null);
    }
}
