using Microsoft.EntityFrameworkCore.Metadata;
using PolicyAsCode.EntityFrameworkCore.Testing.Judging;

namespace PolicyAsCode.EntityFrameworkCore.Testing.Seeding;

/// <summary>Which types of a model hang on the record of a subject, and by which reference: what a person's rows are made of.</summary>
internal sealed class Households
{
    private readonly Dictionary<IEntityType, List<(IEntityType Type, Relation Key)>> _members = [];

    public Households(ModelFacts facts)
    {
        Types = [.. facts.Model.GetEntityTypes().Where(type => !type.IsOwned() && !type.IsAbstract()
            && type.FindPrimaryKey() is not null && type.GetTableMappings().Any()
            && type.ClrType.Assembly != typeof(PrivacyFacts).Assembly)];
        Records = [.. Types.Where(facts.Records.ContainsKey)];
        foreach (var record in Records)
            _members.Add(record, Members(facts, record));
    }

    /// <summary>Every type whose rows are put in.</summary>
    public IReadOnlyList<IEntityType> Types { get; }

    /// <summary>Those whose rows are people's own records.</summary>
    public IReadOnlyList<IEntityType> Records { get; }

    /// <summary>What hangs on a record, parents first, with the reference by which it does.</summary>
    public IReadOnlyList<(IEntityType Type, Relation Key)> Of(IEntityType record) => _members[record];

    /// <summary>Whether rows of a type are made with somebody's.</summary>
    public bool IsMember(IEntityType type) =>
        Records.Contains(type) || _members.Values.Any(members => members.Any(member => member.Type == type));

    private List<(IEntityType, Relation)> Members(ModelFacts facts, IEntityType record)
    {
        var subject = facts.Records[record];
        var ways = new Dictionary<IEntityType, Relation>();
        foreach (var type in Types.Where(type => type != record))
            foreach (var group in facts.Groups(type).Where(group => group.Subject == subject && !group.Path.IsEmpty))
                Follow(type, group.Path);

        // Parts: what cannot be without a row of the household.
        for (var found = true; found;)
        {
            found = false;
            foreach (var type in Types.Where(type => type != record && !facts.Records.ContainsKey(type) && !ways.ContainsKey(type)))
                if (facts.Relations(type).FirstOrDefault(key => key.IsRequired && !key.IsToItself(type)
                    && (key.Principal.IsAssignableFrom(record) || ways.Keys.Any(key.Principal.IsAssignableFrom))) is { } part)
                {
                    ways.Add(type, part);
                    found = true;
                }
        }

        var sorted = new List<(IEntityType, Relation)>();
        var waiting = ways.OrderBy(way => way.Key.Name, StringComparer.Ordinal).ToList();
        while (waiting.Count > 0)
        {
            var next = waiting.FindIndex(way => waiting.All(other => other.Key == way.Key || !NeedsFirst(way.Key, other.Key, way.Value)));
            next = Math.Max(next, 0);
            sorted.Add((waiting[next].Key, waiting[next].Value));
            waiting.RemoveAt(next);
        }

        return sorted;

        bool NeedsFirst(IEntityType type, IEntityType other, Relation way) => facts.Relations(type).Any(key =>
            (key.IsRequired || key == way) && key.Principal.IsAssignableFrom(other));

        void Follow(IEntityType type, IEnumerable<ReferenceFacts> path)
        {
            foreach (var hop in path)
            {
                if (facts.Find(type, hop) is not { } key)
                    return;
                if (type != record && !type.IsAbstract())
                    ways.TryAdd(type, key);
                foreach (var derived in type.GetDerivedTypes().Where(derived => Types.Contains(derived) && key.Declaring.IsAssignableFrom(derived)))
                    ways.TryAdd(derived, key);
                type = key.Principal;
                if (type.IsAssignableFrom(record))
                    return;
            }
        }
    }
}
