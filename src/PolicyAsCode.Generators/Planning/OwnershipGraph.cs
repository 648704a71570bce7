using PolicyAsCode.Generators.Model;

namespace PolicyAsCode.Generators.Planning;

/// <summary>Who refers to whom, and who belongs to which subject.</summary>
internal sealed class OwnershipGraph
{
    /// <summary>With more ways than that to one subject nobody could say whose a row is.</summary>
    private const int MostWays = 8;

    /// <summary>A model in which everything refers to everything is not searched to its end.</summary>
    private const int MostSteps = 2000;

    private readonly ContextModel _context;
    private readonly Dictionary<string, List<(EntityModel Dependent, ReferenceModel Reference)>> _referring;
    private readonly Dictionary<string, HashSet<string>> _lines;
    private readonly Dictionary<string, List<EntityModel>> _roots = new(StringComparer.Ordinal);
    private readonly Dictionary<(string From, string Goal), IReadOnlyList<IReadOnlyList<ReferenceModel>>?> _owners = [];

    public OwnershipGraph(ContextModel context)
    {
        _context = context;
        _referring = context.Entities
            .SelectMany(entity => entity.References.Select(reference => (Dependent: entity, Reference: reference)))
            .GroupBy(relation => relation.Reference.Principal, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        _lines = context.Entities.ToDictionary(
            entity => entity.Type, entity => new HashSet<string>(Line(entity), StringComparer.Ordinal), StringComparer.Ordinal);
        Order = Sort();
    }

    /// <summary>All entities, those that refer before those that are referred to; in cycles, in the order found.</summary>
    public IReadOnlyList<EntityModel> Order { get; }

    /// <summary>
    /// Everything that refers to rows of an entity, directly or as what it derives from, from rows of another one: each
    /// entity of a hierarchy stands for the rows of exactly its type.
    /// </summary>
    public IEnumerable<(EntityModel Dependent, ReferenceModel Reference)> Referring(EntityModel entity) =>
        _lines[entity.Type].SelectMany(type => _referring.TryGetValue(type, out var relations) ? relations : [])
            .Where(relation => relation.Dependent.Type != entity.Type && !relation.Dependent.IsAbstract);

    /// <summary>The entity's references to rows of its own.</summary>
    public IEnumerable<ReferenceModel> ToItself(EntityModel entity) =>
        entity.References.Where(reference => _lines[entity.Type].Contains(reference.Principal));

    /// <summary>Whether rows of the entity are rows of the other as well: it is that, or derives from it.</summary>
    public bool Is(EntityModel entity, string type) => _lines[entity.Type].Contains(type);

    /// <summary>
    /// Whether a row is, or holds, more than plans know of: it has no key, or holds objects with personal data of which
    /// nothing says how they are stored. It is never deleted.
    /// </summary>
    public static bool IsUnplanned(EntityModel entity) => entity.Key.Count == 0 || entity.Uncovered.Any();

    /// <summary>
    /// The entity from which several references of one step lead towards a subject, so that nobody can say which of them
    /// is the one whose data it is; null where the way is clear.
    /// </summary>
    public EntityModel? Fork(EntityModel from, string subject) => ForkOn(from, Path(from, subject) ?? []);

    /// <summary>The entity on a way from which several references of one step lead on; null where the way is clear.</summary>
    public EntityModel? ForkOn(EntityModel from, IReadOnlyList<ReferenceModel> way)
    {
        foreach (var hop in way)
        {
            if (Sides(from, hop).Count > 1)
                return from;
            from = _context[hop.Principal];
        }

        return null;
    }

    /// <summary>The references of an entity that lead where one of them does.</summary>
    public static IReadOnlyList<ReferenceModel> Sides(EntityModel from, ReferenceModel reference) =>
        [.. from.References.Where(other => other.Principal == reference.Principal)];

    /// <summary>The ways that lead as a path does, over whichever references of each step lead where it does.</summary>
    public IEnumerable<IReadOnlyList<ReferenceModel>> Ways(EntityModel from, IReadOnlyList<ReferenceModel> path)
    {
        if (path.Count == 0)
        {
            yield return [];
            yield break;
        }

        foreach (var side in Sides(from, path[0]))
            foreach (var rest in Ways(_context[path[0].Principal], [.. path.Skip(1)]))
                yield return [side, .. rest];
    }

    /// <summary>The subject's own records: entities of the subject that reach no other entity of the same subject.</summary>
    public IReadOnlyList<EntityModel> Roots(string subject)
    {
        if (!_roots.TryGetValue(subject, out var roots))
            _roots[subject] = roots = [.. _context.Entities
                .Where(entity => entity.Subject == subject && !entity.IsAbstract && !ReachesAnother(entity))];
        return roots;
    }

    /// <summary>
    /// What a person of a record is asked by: the policy's word; where it stands for several records whose keys have nothing
    /// to do with each other, that word and the name of the record, or of what it derives from.
    /// </summary>
    public string NameOf(EntityModel root)
    {
        var hierarchies = Roots(root.Subject!).Select(other => Line(other).Last()).Distinct().ToList();
        return hierarchies.Count < 2 ? root.Subject! : $"{root.Subject}/{_context[Line(root).Last()].Name}";
    }

    /// <summary>
    /// The shortest way over foreign keys from an entity to a subject's record, not through the record of another
    /// subject; empty for the record itself, null where there is none.
    /// </summary>
    public IReadOnlyList<ReferenceModel>? Path(EntityModel from, string subject)
    {
        var roots = Roots(subject);
        return Search(from, entity => roots.Any(root => Is(root, entity.Type)));
    }

    /// <summary>The shortest such way to one record.</summary>
    public IReadOnlyList<ReferenceModel>? Path(EntityModel from, EntityModel root) =>
        Search(from, entity => Is(root, entity.Type));

    /// <summary>
    /// All ways by which a row can be of a subject, nearest first. Each is asked only where those before it lead nowhere
    /// (a ticket without a customer is of whoever made its order); after one that always leads to somebody there is none.
    /// Empty where there is no way; null where there are more than anybody could follow.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<ReferenceModel>>? Owners(EntityModel from, string subject)
    {
        var roots = Roots(subject);
        return Owners(from, subject, entity => roots.Any(root => Is(root, entity.Type)));
    }

    /// <summary>All such ways to one record.</summary>
    public IReadOnlyList<IReadOnlyList<ReferenceModel>>? Owners(EntityModel from, EntityModel root) =>
        Owners(from, root.Type, entity => Is(root, entity.Type));

    private IReadOnlyList<IReadOnlyList<ReferenceModel>>? Owners(EntityModel from, string goal, Func<EntityModel, bool> isGoal)
    {
        if (!_owners.TryGetValue((from.Type, goal), out var known))
            _owners[(from.Type, goal)] = known = AllWays(from, isGoal);
        return known;
    }

    private List<IReadOnlyList<ReferenceModel>>? AllWays(EntityModel from, Func<EntityModel, bool> isGoal)
    {
        if (Search(from, isGoal) is not { } nearest)
            return [];
        var ways = new List<IReadOnlyList<ReferenceModel>> { nearest };
        if (nearest.All(hop => !hop.IsCuttable))
            return ways;

        var leading = new Dictionary<string, bool>(StringComparer.Ordinal);
        var waiting = new Queue<(EntityModel Entity, IReadOnlyList<ReferenceModel> Way)>();
        waiting.Enqueue((from, []));
        for (var steps = 0; waiting.Count > 0; steps++)
        {
            if (steps > MostSteps || ways.Count > MostWays)
                return null;
            var (entity, way) = waiting.Dequeue();
            if (way.Count > 0 && isGoal(entity))
            {
                if (!way.SequenceEqual(nearest) && !ways.Any(other => IsAlwaysBefore(other, way)))
                    ways.Add(way);
                continue;
            }

            if (way.Count > 0 && entity.Subject is { } other && Roots(other).Any(root => Is(root, entity.Type)))
                continue;
            foreach (var reference in entity.References.GroupBy(reference => reference.Principal, StringComparer.Ordinal).Select(same => same.First()))
                if (!Passed(reference.Principal, way) && Leads(reference.Principal))
                    waiting.Enqueue((_context[reference.Principal], [.. way, reference]));
        }

        return ways;

        bool Leads(string type)
        {
            if (!leading.TryGetValue(type, out var leads))
                leading[type] = leads = Search(_context[type], isGoal) is not null;
            return leads;
        }

        bool Passed(string type, IEnumerable<ReferenceModel> way) =>
            way.Select(hop => hop.Principal).Append(from.Type).Any(passed => Is(_context[passed], type) || Is(_context[type], passed));
    }

    /// <summary>Whether one way leads to somebody wherever another does: from where they part, it cannot come to nothing.</summary>
    private static bool IsAlwaysBefore(IReadOnlyList<ReferenceModel> one, IReadOnlyList<ReferenceModel> other)
    {
        var shared = one.Zip(other, (a, b) => a == b).TakeWhile(same => same).Count();
        return one.Skip(shared).All(hop => !hop.IsCuttable);
    }

    private IReadOnlyList<ReferenceModel>? Search(EntityModel from, Func<EntityModel, bool> isGoal)
    {
        var waiting = new Queue<(EntityModel Entity, List<ReferenceModel> Path)>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { from.Type };
        waiting.Enqueue((from, []));
        while (waiting.Count > 0)
        {
            var (entity, path) = waiting.Dequeue();
            if (isGoal(entity))
                return path;
            if (path.Count > 0 && entity.Subject is { } other && Roots(other).Any(root => Is(root, entity.Type)))
                continue;

            foreach (var reference in entity.References)
                if (seen.Add(reference.Principal))
                    waiting.Enqueue((_context[reference.Principal], [.. path, reference]));
        }

        return null;
    }

    private bool ReachesAnother(EntityModel entity)
    {
        var waiting = new Stack<EntityModel>([entity]);
        var seen = new HashSet<string>(_lines[entity.Type], StringComparer.Ordinal);
        while (waiting.Count > 0)
            foreach (var reference in waiting.Pop().References)
            {
                var principal = _context[reference.Principal];
                if (!seen.Add(principal.Type))
                    continue;
                if (principal.Subject == entity.Subject)
                    return true;
                waiting.Push(principal);
            }
        return false;
    }

    private IEnumerable<string> Line(EntityModel entity)
    {
        for (var at = entity; at is not null; at = at.Base is { } parent ? _context[parent] : null)
            yield return at.Type;
    }

    private List<EntityModel> Sort()
    {
        var order = new List<EntityModel>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entity in _context.Entities)
            Visit(entity);
        return Straighten(order);

        void Visit(EntityModel entity)
        {
            if (!seen.Add(entity.Type))
                return;
            foreach (var (dependent, _) in Referring(entity))
                Visit(dependent);
            order.Add(entity);
        }
    }

    /// <summary>
    /// In a circle (a customer's address, the customer's main one) a link that can be cut waits for nothing, if it is not
    /// the way to the subject; then one that cannot.
    /// </summary>
    private List<EntityModel> Straighten(List<EntityModel> order)
    {
        var ways = new HashSet<(string, ReferenceModel)>(
            from subject in _context.Entities.Select(entity => entity.Subject).OfType<string>().Distinct()
            from entity in _context.Entities
            from way in Owners(entity, subject) ?? [Path(entity, subject)!]
            where way.Count > 0
            select (entity.Type, way[0]));
        var waiting = order.ToList();
        var straight = new List<EntityModel>();
        while (waiting.Count > 0)
        {
            var next = waiting.FirstOrDefault(entity => IsFree(entity, (_, _) => true))
                ?? waiting.FirstOrDefault(entity => IsFree(entity, (dependent, reference) => !reference.IsCuttable || IsWay(dependent, reference)))
                ?? waiting.FirstOrDefault(entity => IsFree(entity, IsWay))
                ?? waiting[0];
            waiting.Remove(next);
            straight.Add(next);
        }

        return straight;

        bool IsFree(EntityModel entity, Func<EntityModel, ReferenceModel, bool> counts) =>
            !Referring(entity).Any(relation => waiting.Contains(relation.Dependent) && counts(relation.Dependent, relation.Reference));

        bool IsWay(EntityModel dependent, ReferenceModel reference) => ways.Contains((dependent.Type, reference));
    }
}
