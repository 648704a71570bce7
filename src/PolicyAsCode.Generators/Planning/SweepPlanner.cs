using PolicyAsCode.Generators.Model;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Generators.Planning;

/// <summary>Decides what a sweep does to each entity.</summary>
internal sealed class SweepPlanner(
    ContextModel context, OwnershipGraph graph, IReadOnlyDictionary<string, IReadOnlyList<FieldGroup>> groups,
    List<string> leftOut)
{
    private readonly Dictionary<string, RemovalPlan?> _removals = new(StringComparer.Ordinal);
    private readonly HashSet<string> _underWay = new(StringComparer.Ordinal);

    /// <summary>The entities with personal data, those that refer before those that are referred to.</summary>
    public IEnumerable<EntityPlan> Plan() =>
        graph.Order.Where(IsPersonal).Select(Plan);

    private EntityPlan Plan(EntityModel entity)
    {
        var plan = new EntityPlan(
            entity, groups[entity.Type].ToEquatable(), Holds(entity).ToEquatable(), Link(entity), Removal(entity),
            Counted(entity).ToEquatable())
            { People = People(entity).ToEquatable() };
        if (plan.Removal is null)
            foreach (var field in plan.Groups
                .Where(group => group is { Problem: null, Rule.Then: RetentionAction.Erase })
                .SelectMany(group => group.Fields)
                .Where(field => !field.Property.IsBlankable))
                Note($"{entity.Name}.{field.Property.Name}: stays after its time; it cannot be emptied, and its row does not go (PAC4004).");
        return plan;
    }

    private bool IsPersonal(EntityModel entity) => groups[entity.Type].Count > 0;

    /// <summary>The foreign key that anonymising cuts: straight to the subject, and nothing that must stay counts through it.</summary>
    private ReferenceModel? Link(EntityModel entity)
    {
        var anonymised = groups[entity.Type]
            .FirstOrDefault(group => group is { Problem: null, Rule.Then: RetentionAction.Anonymise });
        if (anonymised?.Subject is not { } subject || graph.Path(entity, subject) is not [var link])
            return null;
        if (!link.IsCuttable)
        {
            Note($"{entity.Name}: the link to its {subject} is required, so that anonymising leaves it (PAC4004).");
            return null;
        }

        if (!groups[entity.Type].Any(group => group != anonymised && group.CountsThrough(link)
            && (group.Rule is { AtMost: not null, AtLeast: not null } || group.Rule!.Then == RetentionAction.Review)))
            return link;
        Note($"{entity.Name}: the link to its {subject} stays, because the retention of other fields counts through it.");
        return null;
    }

    /// <summary>Fields of what hangs on an entity whose time is counted through the link that anonymising cuts.</summary>
    private IEnumerable<CountedGroup> Counted(EntityModel entity) =>
        Link(entity) is not { } link
            ? []
            : from other in graph.Order
              where other.Type != entity.Type
              from grouped in groups[other.Type]
              where grouped is { Problem: null, Anchor: not null } && grouped.Fields.Any(field => field.Property.IsBlankable)
              let at = grouped.Anchor!.IndexOf(other, entity, link)
              where at > 0
              select new CountedGroup(other, grouped, grouped.Anchor!.Hops.Take(at).ToEquatable());

    /// <summary>The legal holds that lie on rows of an entity: its own, and those of what it belongs to.</summary>
    public IEnumerable<AccessPath> Holds(EntityModel entity)
    {
        var found = new List<AccessPath>();
        var ways = groups[entity.Type].Select(group => group.Subject).DefaultIfEmpty(null).Distinct()
            .SelectMany(subject => subject is null ? [[]] : Ways(entity, subject));
        foreach (var way in ways)
        {
            var hops = new List<ReferenceModel>();
            var at = entity;
            Add();
            foreach (var next in way)
            {
                if (next.Navigation is null)
                {
                    Note($"{entity.Name}: legal holds beyond {at.Name} are not seen: it has no navigation to {context[next.Principal].Name}.");
                    break;
                }

                hops.Add(next);
                at = context[next.Principal];
                Add();
            }

            void Add() => found.AddRange(
                at.Properties.Where(property => property.IsHold).Select(hold => new AccessPath(hops.ToEquatable(), hold)));
        }

        return found.Distinct();
    }

    /// <summary>
    /// Everybody whose rows of an entity can be, on whichever side of them and by whichever way. Of the types of one hierarchy, which
    /// share their keys, each is looked for, and one way is asked once: by the row's own type where the row is their record.
    /// </summary>
    public IEnumerable<PersonOfRow> People(EntityModel entity) =>
        (from subject in groups[entity.Type].Select(grouped => grouped.Subject).OfType<string>().Distinct()
            from root in graph.Roots(subject)
            where root.Key.Count > 0 && graph.Path(entity, root) is not null
            from way in graph.Ways(entity, graph.Path(entity, root)!).Concat(graph.Owners(entity, root)?.Skip(1) ?? [])
            select new PersonOfRow(graph.NameOf(root), root, way.ToEquatable()))
        .GroupBy(person => (person.Name, person.Way))
        .Select(same => same.FirstOrDefault(person => person.Root.Type == entity.Type) ?? same.First());

    /// <summary>All ways by which a row can be a subject's: by each side of it, and by those that are asked where these lead to nobody.</summary>
    private IEnumerable<IReadOnlyList<ReferenceModel>> Ways(EntityModel entity, string subject) =>
        graph.Ways(entity, graph.Path(entity, subject) ?? []).Concat(graph.Owners(entity, subject)?.Skip(1) ?? []);

    private RemovalPlan? Removal(EntityModel entity)
    {
        if (_removals.TryGetValue(entity.Type, out var known))
            return known;
        if (OwnershipGraph.IsUnplanned(entity) || !IsPersonal(entity)
            || entity.Properties.Any(property => property is { IsLegalHold: true, IsHold: false })
            || groups[entity.Type].Any(group => group.Problem is not null || group.Rule!.Then != RetentionAction.Erase)
            || graph.ToItself(entity).Any(self => !self.IsCuttable)
            || !_underWay.Add(entity.Type))
            return null;

        var removal = new RemovalPlan(Blockers(entity).ToEquatable(), Detached(entity).ToEquatable());
        _underWay.Remove(entity.Type);
        return _removals[entity.Type] = removal;
    }

    private List<Blocker> Blockers(EntityModel entity)
    {
        var blockers = new List<Blocker>();
        foreach (var (dependent, reference) in graph.Referring(entity))
            if (Staying(dependent, reference) is { } rows)
                blockers.Add(new(reference, rows));
        // Cut, too, but where a hold lies on the row that refers.
        if (Holds(entity).Any() || People(entity).Any())
            blockers.AddRange(graph.ToItself(entity).Where(self => self.IsCuttable)
                .Select(self => new Blocker(self, Some(entity, anyGroup: true, [], []))));
        return blockers;
    }

    /// <summary>The rows by which a dependent stops the removal of what it refers to; null where none ever does.</summary>
    private StayingRows? Staying(EntityModel dependent, ReferenceModel reference)
    {
        if (OwnershipGraph.IsUnplanned(dependent) || graph.ToItself(dependent).Any(self => !self.IsCuttable))
            return All(dependent);
        // A cut reference stops nothing, but where a hold lies on the row, which then must not be touched.
        if (IsCutFor(dependent, reference))
            return Lost(dependent, reference) is { Count: > 0 } lost
                ? Some(dependent, anyGroup: true, [], []) with { Lost = lost.ToEquatable() }
                : Holds(dependent).Any() || People(dependent).Any() ? Some(dependent, anyGroup: true, [], []) : null;
        if (!IsPersonal(dependent))
            return Carrying(dependent);
        if (reference == Link(dependent))
            return Some(dependent, anyGroup: false, [], groups[dependent.Type]
                .Where(group => group is { Problem: null, Rule.Then: RetentionAction.Anonymise }))
                with { Counted = Counted(dependent).ToEquatable() };
        return Removal(dependent) is { } removal
            ? Some(dependent, anyGroup: true, removal.Blockers, groups[dependent.Type])
            : All(dependent);
    }

    /// <summary>The fields whose rows are a subject's by a reference alone: cut while they are kept, nobody would find them.</summary>
    private List<LostGroup> Lost(EntityModel dependent, ReferenceModel reference) =>
        [.. from expiring in groups[dependent.Type]
            where expiring is { Problem: null, Subject: not null, IsInherited: false }
            let ways = graph.Owners(dependent, expiring.Subject!) ?? []
            let at = ways.TakeWhile(way => way.Count == 0 || way[0] != reference).Count()
            where at > 0 && at < ways.Count
            select new LostGroup(expiring, ways.Take(at).Select(way => way.ToEquatable()).ToEquatable())];

    /// <summary>Rows without personal data go with what they refer to, unless something that stays refers to them.</summary>
    private StayingRows? Carrying(EntityModel dependent)
    {
        if (!_underWay.Add(dependent.Type))
            return All(dependent);
        var blockers = Blockers(dependent);
        _underWay.Remove(dependent.Type);
        return blockers.Count == 0 && !Holds(dependent).Any() ? null : Some(dependent, anyGroup: true, blockers, []);
    }

    /// <summary>A reference by which rows do not belong to what goes: it is cut, and the rows stay as they are.</summary>
    private bool IsCutFor(EntityModel dependent, ReferenceModel reference) =>
        reference.IsCuttable && !groups[dependent.Type]
            .Any(group => group.Subject is { } subject && graph.Path(dependent, subject) is [var first, ..] && first == reference);

    private List<Detachment> Detached(EntityModel entity) =>
        [.. graph.Referring(entity)
            .Where(relation => IsCutFor(relation.Dependent, relation.Reference))
            .Select(relation => Cut(relation.Dependent, relation.Reference)),
        .. graph.ToItself(entity).Where(self => self.IsCuttable).Select(self => Cut(entity, self)),
        .. graph.Referring(entity)
            .Where(relation => !relation.Reference.IsCuttable && !IsPersonal(relation.Dependent) && !OwnershipGraph.IsUnplanned(relation.Dependent))
            .Select(relation => new Detachment(
                relation.Dependent, relation.Reference, IsCut: false, Detached(relation.Dependent).ToEquatable()))];

    private static Detachment Cut(EntityModel entity, ReferenceModel reference) =>
        new(entity, reference, IsCut: true, EquatableArray<Detachment>.Empty);

    private static StayingRows All(EntityModel entity) => new(
        entity, All: true, AnyGroup: true, EquatableArray<FieldGroup>.Empty, EquatableArray<AccessPath>.Empty,
        EquatableArray<Blocker>.Empty, EquatableArray<CountedGroup>.Empty);

    private StayingRows Some(
        EntityModel entity, bool anyGroup, IEnumerable<Blocker> blockers, IEnumerable<FieldGroup> expiring) => new(
        entity, All: false, anyGroup, expiring.ToEquatable(), Holds(entity).ToEquatable(), blockers.ToEquatable(),
        EquatableArray<CountedGroup>.Empty) { People = People(entity).ToEquatable() };

    private void Note(string text)
    {
        if (!leftOut.Contains(text))
            leftOut.Add(text);
    }
}
