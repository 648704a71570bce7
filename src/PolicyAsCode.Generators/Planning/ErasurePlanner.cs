using PolicyAsCode.Generators.Model;

namespace PolicyAsCode.Generators.Planning;

/// <summary>Decides what the erasure of a subject does to each entity.</summary>
internal sealed class ErasurePlanner(
    OwnershipGraph graph, IReadOnlyDictionary<string, IReadOnlyList<FieldGroup>> groups,
    Func<EntityModel, IEnumerable<AccessPath>> holds, Func<EntityModel, IEnumerable<PersonOfRow>> people,
    Func<string, string, bool> canBeOf, List<string> leftOut)
{
    private readonly List<RefusedErasure> _refused = [];

    /// <summary>The records of which there is no erasure, so far.</summary>
    public IEnumerable<RefusedErasure> Refused => _refused;

    /// <summary>The erasure of a record; null, with the reason noted, where it cannot be done.</summary>
    public ErasurePlan? Plan(EntityModel root)
    {
        if (Obstacle(root) is { } obstacle)
        {
            leftOut.Add($"The erasure of {root.Name}: {obstacle.Reason}.");
            _refused.Add(new(root.Type, obstacle.Entity.Type, obstacle.Reason));
            return null;
        }

        var paths = Paths(root);
        var carried = Carriers(paths);
        var steps = new Dictionary<string, ErasureStep>(StringComparer.Ordinal);
        foreach (var entity in graph.Order.Where(entity => !entity.IsAbstract))
            if (entity.Type == root.Type)
                steps.Add(entity.Type, Step(entity, [], root, steps, paths));
            else if (paths.TryGetValue(entity.Type, out var path) && (Owns(entity, root) || carried.Contains(entity.Type)))
                steps.Add(entity.Type, Step(entity, path, root, steps, paths));
        var held = steps[root.Type].Detached.Where(detachment => detachment.IsCut)
            .SelectMany(detachment => HeldReferences(detachment, [], []))
            .Concat(steps.Values.SelectMany(step => HeldBelow(step.Entity, step.Detached, [step.Entity], []))
                .Where(held => held.Below.Count > 1 || held.Below[0].Type != root.Type))
            .ToList();
        var bare =
            from entity in graph.Order
            where !entity.IsAbstract && !steps.ContainsKey(entity.Type) && held.All(reference => reference.Below.Count > 0 || reference.Entity.Type != entity.Type)
            from rows in Held(entity, root, graph.Path(entity, root))
            select rows;
        return new(
            root.Subject!, root, steps.Values.ToEquatable(), held.ToEquatable(),
            steps.Values.SelectMany(step => Held(step.Entity, root, step.Path)).Concat(bare)
                .Concat(steps.Values.SelectMany(step => HeldWithOthers(step, root))).ToEquatable())
            { Name = graph.NameOf(root) };
    }

    /// <summary>Rows of others that would lose a reference to rows of the subject, or to parts of them, and may be held.</summary>
    private IEnumerable<HeldReference> HeldBelow(
        EntityModel principal, IEnumerable<Detachment> detached, IReadOnlyList<EntityModel> below, IReadOnlyList<ReferenceModel> way) =>
        detached.SelectMany(detachment => detachment.IsCut
            ? HeldReferences(detachment, below, way)
            : HeldBelow(
                detachment.Entity, detachment.Detached, [detachment.Entity, .. below], [detachment.Reference, .. way]));

    /// <summary>By which holds a reference may not be cut: those on rows, and one on whom the row is about.</summary>
    private IEnumerable<HeldReference> HeldReferences(
        Detachment detachment, IReadOnlyList<EntityModel> below, IReadOnlyList<ReferenceModel> way)
    {
        var reference = new HeldReference(detachment.Entity, detachment.Reference, Hold: null)
            { Below = below.ToEquatable(), Way = way.ToEquatable() };
        var about = people(detachment.Entity).ToEquatable();
        return holds(detachment.Entity).Select(hold => reference with { Hold = hold })
            .Concat(about.Count == 0 ? [] : [reference with { People = about }]);
    }

    /// <summary>The rows of a step that are somebody else's as well, who may be on hold: by another side, or as another kind of person.</summary>
    private IEnumerable<HeldRows> HeldWithOthers(ErasureStep step, EntityModel root)
    {
        var others = people(step.Entity).Where(person => step.Sides.Count > 1 || person.Name != graph.NameOf(root)).ToEquatable();
        return others.Count == 0 ? [] : [new(step.Entity, WaysOf(step.Entity, root, step.Path), Hold: null) { People = others }];
    }

    /// <summary>The holds of an entity's own, on whichever side of a row the subject is.</summary>
    private IEnumerable<HeldRows> Held(EntityModel entity, EntityModel root, IReadOnlyList<ReferenceModel>? path) => path is null
        ? []
        : entity.Properties.Where(property => property.IsHold).Select(hold => new HeldRows(entity, WaysOf(entity, root, path), hold));

    /// <summary>Each way by which a row can be the subject's.</summary>
    private EquatableArray<EquatableArray<ReferenceModel>> WaysOf(EntityModel entity, EntityModel root, IReadOnlyList<ReferenceModel> path) =>
        graph.Ways(entity, path).Concat(Further(entity, root, path)).Select(way => way.ToEquatable()).ToEquatable();

    private (EntityModel Entity, string Reason)? Obstacle(EntityModel root)
    {
        if (root.Key.Count == 0)
            return (root, "it has no key that is seen");
        // Copied and corrected by the one, left behind when the other goes: neither is what was promised.
        var others = graph.ToItself(root).ToList();
        if (Of(root, root).SelectMany(group => group.Fields)
            .FirstOrDefault(field => field.Identifies && SideOf(field.Property, others) is not null) is { } another)
            return (root, $"{root.Name}.{another.Property.Name} is of whom {Side.NameOf(SideOf(another.Property, others)!)} refers to, and lies in the "
                + "record of somebody else: read it from there, or keep it in a row of its own (PAC4003)");

        foreach (var entity in graph.Order)
            if (Uncovered(entity, root) is { } uncovered)
                return (entity, uncovered);
        return graph.Order.Where(entity => Owns(entity, root)).SelectMany(entity => Of(entity, root).Select(group => (entity, group)))
            .Where(pair => pair.group is { HasMinimum: true, Problem: not null })
            .Select(pair => ((EntityModel, string)?)(pair.entity, $"whether the law keeps rows of {pair.entity.Name} cannot be known: {pair.group.Problem}"))
            .FirstOrDefault();
    }

    /// <summary>Why rows with data of the subject could not be erased, so that an erasure would claim too much.</summary>
    private string? Uncovered(EntityModel entity, EntityModel root)
    {
        var subject = root.Subject!;
        if (entity.Subject is { } declared && declared != subject)
            return null;
        if (groups[entity.Type].Any(group => group.Subject is null && group.Categories.Any(IsOfSubject)))
            return $"{entity.Name} holds data of a {subject}, and no reference leads from it to whose they are (PAC4003)";

        var belongs = graph.Path(entity, root) is not null
            || !graph.Order.Any(other => other.Subject is { } anybody && graph.Path(entity, anybody) is not null);
        if (!belongs)
            return null;
        if (entity.Key.Count == 0 && entity.Properties.Any(IsPersonal))
            return $"{entity.Name} has no key that is seen, and rows without one are not planned yet";
        if (entity.Properties.FirstOrDefault(property => property is { IsLegalHold: true, IsHold: false }) is { } unseen)
            return $"{entity.Name}.{unseen.Name} " + (unseen.IsInCollection
                ? "lies in a collection of objects, where no legal hold is seen: keep it on the row"
                : "is a legal hold, and neither true nor false: make it a bool");
        if (entity.Inner.FirstOrDefault(IsPersonal) is { } inner)
            return $"{entity.Name} holds an object with {inner.Name}, and nothing says how it is stored: make it owned or complex (PAC4003)";
        if (!Of(entity, root).Any())
            return null;
        if (Undecided(entity, root) is { } undecided)
            return undecided;
        if (graph.Fork(entity, subject) is not { } fork)
            return null;
        if (fork != entity || graph.Path(entity, root) is not { Count: 1 } direct)
            return $"several references lead from {fork.Name} towards the {subject}, and nothing says whose {entity.Name} is (PAC4003)";
        if (Of(entity, root).SelectMany(group => group.Fields)
            .FirstOrDefault(field => SidesOf(field.Property, OwnershipGraph.Sides(entity, direct[0])).Count > 1) is { } both)
            return $"{entity.Name} refers to several {subject}s by the same name, and nothing says whose {both.Property.Name} is: "
                + "name the references, or the field, differently (PAC4003)";
        return Of(entity, root).SelectMany(group => group.Fields)
            .FirstOrDefault(field => field.Identifies && SideOf(field.Property, OwnershipGraph.Sides(entity, direct[0])) is null) is { } nobodys
            ? $"{entity.Name} refers to several {subject}s, and nothing says whose {nobodys.Property.Name} is: begin its name with "
                + $"{string.Join(" or ", OwnershipGraph.Sides(entity, direct[0]).Select(Side.NameOf))} (PAC4003)"
            : null;

        bool IsPersonal(PropertyModel property) => property.Categories.Any(IsOfSubject);

        bool IsOfSubject(string category) => canBeOf(category, subject);
    }

    /// <summary>Why nobody can say whose a row is that the nearest way leads to nobody, and another one to a subject.</summary>
    private string? Undecided(EntityModel entity, EntityModel root)
    {
        if (graph.Owners(entity, root) is not { } ways)
            return $"more ways lead from {entity.Name} to the {root.Subject} than can be followed where {Named(entity, graph.Path(entity, root)!)} "
                + "leads to nobody: make it required (PAC4003)";
        foreach (var way in ways.Skip(1))
        {
            var whose = $"rows of {entity.Name} are a {root.Subject}'s by {Named(entity, ways[0])} and, where that leads to nobody, by {Named(entity, way)}";
            if (graph.ForkOn(entity, way) is { } fork)
                return $"{whose}, and several references lead from {fork.Name} towards the {root.Subject}: nothing says whose they are (PAC4003)";
            // Where each of two leads to the subject through the other, whichever goes first takes the other's way with it.
            foreach (var passed in way.Take(way.Count - 1))
                if (graph.Order.FirstOrDefault(other => graph.Is(other, passed.Principal) && IsBefore(other, entity)) is { } earlier)
                    return $"{whose}, and {earlier.Name} refers to {entity.Name} as well: nothing says which of the two goes first (PAC4003)";
        }

        return null;
    }

    private bool IsBefore(EntityModel one, EntityModel other) =>
        graph.Order.TakeWhile(entity => entity.Type != other.Type).Any(entity => entity.Type == one.Type);

    /// <summary>A way in words: <c>Ticket.OrderId, Order.CustomerId</c>.</summary>
    private string Named(EntityModel from, IReadOnlyList<ReferenceModel> way) => string.Join(", ", way.Select((hop, index) =>
        $"{(index == 0 ? from : graph.Order.First(entity => entity.Type == way[index - 1].Principal)).Name}.{string.Join("+", hop.Columns.Select(column => column.Name))}"));

    /// <summary>The ways by which a row is the subject's where all nearer ones lead to nobody.</summary>
    private IEnumerable<IReadOnlyList<ReferenceModel>> Further(EntityModel entity, EntityModel root, IReadOnlyList<ReferenceModel> nearest) =>
        nearest.All(hop => !hop.IsCuttable) || OwnershipGraph.Sides(entity, nearest[0]).Any(side => nearest.Count == 1 && !side.IsCuttable)
            ? []
            : graph.Owners(entity, root)?.Where(way => !way.SequenceEqual(nearest)) ?? [];

    /// <summary>The side whose name a field begins with; null where it is everybody's.</summary>
    private static ReferenceModel? SideOf(PropertyModel property, IEnumerable<ReferenceModel> sides) =>
        SidesOf(property, sides).FirstOrDefault();

    /// <summary>
    /// The sides of the longest name that a field begins with, and that ends where a word does: <c>SenderAgentName</c> is of
    /// <c>SenderAgent</c>, not of <c>Sender</c>. More than one where they have the same name.
    /// </summary>
    private static IReadOnlyList<ReferenceModel> SidesOf(PropertyModel property, IEnumerable<ReferenceModel> sides) =>
        sides.Where(side => BeginsWith(property.Name, Side.NameOf(side))).GroupBy(side => Side.NameOf(side).Length)
            .OrderByDescending(length => length.Key).FirstOrDefault()?.ToList() ?? [];

    private static bool BeginsWith(string name, string word) =>
        name.StartsWith(word, StringComparison.Ordinal) && (name.Length == word.Length || !char.IsLower(name[word.Length]));

    private IEnumerable<FieldGroup> Of(EntityModel entity, EntityModel root) =>
        groups[entity.Type].Where(group => group.Subject == root.Subject && !group.IsInherited);

    private bool Owns(EntityModel entity, EntityModel root) =>
        entity.Type == root.Type || (Of(entity, root).Any() && graph.Path(entity, root) is not null);

    /// <summary>The way to the record of each entity that holds its data, and of each entity on such a way.</summary>
    private Dictionary<string, IReadOnlyList<ReferenceModel>> Paths(EntityModel root)
    {
        var paths = new Dictionary<string, IReadOnlyList<ReferenceModel>>(StringComparer.Ordinal);
        foreach (var entity in graph.Order.Where(entity => entity.Type != root.Type && Owns(entity, root)))
        {
            var path = graph.Path(entity, root)!;
            var at = entity;
            for (var i = 0; i < path.Count; i++)
            {
                // What lies between may be of any type that derives from what is referred to.
                foreach (var exact in graph.Order.Where(other => !other.IsAbstract && graph.Is(other, at.Type)))
                    if (!paths.ContainsKey(exact.Type))
                        paths.Add(exact.Type, [.. path.Skip(i)]);
                if (i + 1 < path.Count)
                    at = graph.Order.First(next => next.Type == path[i].Principal);
            }
        }

        foreach (var passed in
            from entity in graph.Order
            where paths.ContainsKey(entity.Type)
            from way in Further(entity, root, paths[entity.Type])
            from hop in way.Take(way.Count - 1)
            select hop.Principal)
            foreach (var exact in graph.Order.Where(other => !other.IsAbstract && graph.Is(other, passed)))
                if (!paths.ContainsKey(exact.Type))
                    paths.Add(exact.Type, graph.Path(exact, root)!);
        return paths;
    }

    /// <summary>Entities without data of the subject whose link must stay, because it is required or something counts through it.</summary>
    private HashSet<string> Carriers(Dictionary<string, IReadOnlyList<ReferenceModel>> paths) => new(
        paths.Where(path => !path.Value[0].IsCuttable || CountedThrough(path.Key, path.Value[0], paths)).Select(path => path.Key),
        StringComparer.Ordinal);

    /// <summary>Whether a legal minimum counts through a link: cut, nobody could say until when it lasts.</summary>
    private bool CountedThrough(string owner, ReferenceModel link, Dictionary<string, IReadOnlyList<ReferenceModel>> paths)
    {
        var entities = graph.Order.Where(entity => paths.ContainsKey(entity.Type)).ToList();
        var holder = entities.First(entity => entity.Type == owner);
        return entities.Any(entity => groups[entity.Type]
            .Any(group => group.HasMinimum && group.Anchor?.IndexOf(entity, holder, link) >= 0));
    }

    private ErasureStep Step(
        EntityModel entity, IReadOnlyList<ReferenceModel> path, EntityModel root, Dictionary<string, ErasureStep> done,
        Dictionary<string, IReadOnlyList<ReferenceModel>> paths)
    {
        // A link to something between the row and its subject stays: what is kept is of use only with what it is a part of.
        var link = path.Count == 1 && path[0].IsCuttable && !CountedThrough(entity.Type, path[0], paths)
            ? path[0]
            : null;
        var blockers = new List<RemainingReference>();
        var detached = new List<Detachment>();
        foreach (var (dependent, reference) in graph.Referring(entity))
        {
            if (done.TryGetValue(dependent.Type, out var step) && step.Path.Count > 0
                && (step.Path[0] == reference || step.Sides.Any(side => side.Reference == reference)))
            {
                if (step.Sides.Count > 0 ? !reference.IsCuttable : step.CanRemain && step.Link is null)
                    blockers.Add(new(dependent, reference));
            }
            else if (reference.IsCuttable)
                detached.Add(new(dependent, reference, IsCut: true, EquatableArray<Detachment>.Empty));
            else if (IsPart(dependent, []))
                detached.Add(Part(dependent, reference));
            else
                blockers.Add(new(dependent, reference));
        }

        foreach (var self in graph.ToItself(entity))
            if (self.IsCuttable)
                detached.Add(new(entity, self, IsCut: true, EquatableArray<Detachment>.Empty));
            else
                blockers.Add(new(entity, self));

        var own = Of(entity, root).ToList();
        var sides = path.Count == 1 && own.Count > 0 && OwnershipGraph.Sides(entity, path[0]) is { Count: > 1 } several
            ? several.Select(side => new Side(side, own.SelectMany(group => group.Fields).Select(field => field.Property)
                .Where(field => SideOf(field, several) == side).Distinct().ToEquatable())).ToList()
            : [];
        return new(
            entity, path.ToEquatable(), own.ToEquatable(), link,
            groups[entity.Type].Any(group => !group.IsInherited && group.Subject != root.Subject),
            blockers.ToEquatable(), detached.ToEquatable())
        {
            Sides = sides.ToEquatable(),
            Further = Further(entity, root, path).Select(way => way.ToEquatable()).ToEquatable(),
            Levels = graph.ToItself(entity).Where(self => !self.IsCuttable).ToEquatable(),
        };
    }

    /// <summary>Whether rows hold nobody's data and nothing but other parts needs them: they go with what they are a part of.</summary>
    private bool IsPart(EntityModel entity, HashSet<string> above) =>
        groups[entity.Type].Count == 0 && !OwnershipGraph.IsUnplanned(entity) && above.Add(entity.Type)
        && graph.ToItself(entity).All(self => self.IsCuttable)
        && graph.Referring(entity).All(relation => relation.Reference.IsCuttable
            || IsPart(relation.Dependent, new(above, StringComparer.Ordinal)));

    private Detachment Part(EntityModel part, ReferenceModel reference) => new(
        part, reference, IsCut: false,
        graph.Referring(part)
            .Select(relation => relation.Reference.IsCuttable
                ? new(relation.Dependent, relation.Reference, IsCut: true, EquatableArray<Detachment>.Empty)
                : Part(relation.Dependent, relation.Reference))
            .ToEquatable());
}
