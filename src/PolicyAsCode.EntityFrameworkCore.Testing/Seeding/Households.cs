using Microsoft.EntityFrameworkCore.Metadata;
using PolicyAsCode.EntityFrameworkCore.Testing.Judging;

namespace PolicyAsCode.EntityFrameworkCore.Testing.Seeding;

/// <summary>Which types of a model hang on the record of a subject, and by which foreign key: what a person's rows are made of.</summary>
internal sealed class Households
{
    private readonly Dictionary<IEntityType, List<(IEntityType Type, IForeignKey Key)>> _members = [];

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

    /// <summary>What hangs on a record, parents first, with the foreign key by which it does.</summary>
    public IReadOnlyList<(IEntityType Type, IForeignKey Key)> Of(IEntityType record) => _members[record];

    /// <summary>Whether rows of a type are made with somebody's.</summary>
    public bool IsMember(IEntityType type) =>
        Records.Contains(type) || _members.Values.Any(members => members.Any(member => member.Type == type));

    private List<(IEntityType, IForeignKey)> Members(ModelFacts facts, IEntityType record)
    {
        var subject = facts.Records[record];
        var ways = new Dictionary<IEntityType, IForeignKey>();
        foreach (var type in Types.Where(type => type != record))
            foreach (var group in facts.Groups(type).Where(group => group.Subject == subject && !group.Path.IsEmpty))
                Follow(type, group.Path);

        // Parts: what cannot be without a row of the household.
        for (var found = true; found;)
        {
            found = false;
            foreach (var type in Types.Where(type => type != record && !facts.Records.ContainsKey(type) && !ways.ContainsKey(type)))
                if (type.GetForeignKeys().FirstOrDefault(key => key.IsRequired && !key.IsOwnership && key.DeclaringEntityType != key.PrincipalEntityType
                    && (key.PrincipalEntityType.IsAssignableFrom(record) || ways.Keys.Any(key.PrincipalEntityType.IsAssignableFrom))) is { } part)
                {
                    ways.Add(type, part);
                    found = true;
                }
        }

        var sorted = new List<(IEntityType, IForeignKey)>();
        var waiting = ways.OrderBy(way => way.Key.Name, StringComparer.Ordinal).ToList();
        while (waiting.Count > 0)
        {
            var next = waiting.FindIndex(way => waiting.All(other => other.Key == way.Key || !NeedsFirst(way.Key, other.Key, way.Value)));
            next = Math.Max(next, 0);
            sorted.Add((waiting[next].Key, waiting[next].Value));
            waiting.RemoveAt(next);
        }

        return sorted;

        bool NeedsFirst(IEntityType type, IEntityType other, IForeignKey way) => type.GetForeignKeys().Any(key =>
            (key.IsRequired || key == way) && !key.IsOwnership && key.PrincipalEntityType.IsAssignableFrom(other));

        void Follow(IEntityType type, IEnumerable<string> path)
        {
            foreach (var hop in path)
            {
                if (ModelFacts.Key(type, hop) is not { } key)
                    return;
                if (type != record && !type.IsAbstract())
                    ways.TryAdd(type, key);
                foreach (var derived in type.GetDerivedTypes().Where(derived => Types.Contains(derived) && key.DeclaringEntityType.IsAssignableFrom(derived)))
                    ways.TryAdd(derived, key);
                type = key.PrincipalEntityType;
                if (type.IsAssignableFrom(record))
                    return;
            }
        }
    }
}
