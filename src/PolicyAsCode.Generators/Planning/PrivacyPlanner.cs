using PolicyAsCode.Generators.Model;
using PolicyAsCode.Generators.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Generators.Planning;

/// <summary>From a context and a policy to a plan: a pure function.</summary>
internal static class PrivacyPlanner
{
    public static PrivacyPlan Plan(ContextModel declared, PolicyFacts policy)
    {
        var context = Declarations.Join(declared, policy);
        var graph = new OwnershipGraph(context);
        var planner = new GroupPlanner(context, policy, graph);
        var leftOut = new List<string>();
        var groups = new Dictionary<string, IReadOnlyList<FieldGroup>>(StringComparer.Ordinal);
        foreach (var entity in context.Entities)
            groups.Add(entity.Type, entity.IsAbstract || entity.Key.Count == 0 ? [] : planner.Of(entity));
        Note(context, graph, groups, leftOut);
        Inherit(context, graph, planner, groups, leftOut);

        var own = policy.OwnTables.Where(table => table.Rule.Period!.Value.Unit != DurationUnit.BusinessDays).ToEquatable();
        foreach (var table in policy.OwnTables.Except(own))
            leftOut.Add($"privacy_{table.Table.ToString().ToLowerInvariant()}: no retention; retention counts calendar days, and the policy says business days.");

        var sweep = new SweepPlanner(context, graph, groups, leftOut);
        var entities = sweep.Plan().ToEquatable();
        var erasures = new ErasurePlanner(graph, groups, sweep.Holds, sweep.People, planner.CanBeOf, leftOut);
        var subjects = context.Entities.Select(entity => entity.Subject).OfType<string>().Distinct()
            .OrderBy(subject => subject, StringComparer.Ordinal);
        var planned = subjects.SelectMany(graph.Roots).Select(erasures.Plan).OfType<ErasurePlan>().ToEquatable();
        return new(context, policy.Name, policy.TimeZone, entities, planned, leftOut.ToEquatable())
        {
            Refused = erasures.Refused.ToEquatable(),
            OwnTables = own,
        };
    }

    private static void Note(
        ContextModel context, OwnershipGraph graph, Dictionary<string, IReadOnlyList<FieldGroup>> groups,
        List<string> leftOut)
    {
        foreach (var entity in context.Entities.Where(entity => !entity.IsAbstract))
        {
            if (entity.Key.Count == 0 && entity.Properties.Any(property => property.Categories.Count > 0))
                leftOut.Add($"{entity.Name}: it has no key that is seen, and rows without one are not planned yet.");
            if (entity.Uncovered.ToList() is { Count: > 0 } uncovered)
                leftOut.Add(
                    $"{entity.Name} ({string.Join(", ", uncovered.Select(property => property.Name))}): no retention; "
                    + "nothing says how the object that holds it is stored: make it owned or complex (PAC4003).");
            foreach (var group in groups[entity.Type])
            {
                var fields = string.Join(", ", group.Fields.Select(field => field.Property.Name));
                if (group.Problem is { } problem)
                    leftOut.Add($"{entity.Name} ({fields}): no retention; {problem}.");
                if (group.Subject is null)
                    leftOut.Add($"{entity.Name} ({fields}): no erasure; no path leads to its subject (PAC4003).");
            }
        }
    }

    /// <summary>
    /// A row that is anonymised and hangs on its subject through another one (a line on its order) is about nobody once
    /// that one is cut: the rule is handed on to the entity that has the link.
    /// </summary>
    private static void Inherit(
        ContextModel context, OwnershipGraph graph, GroupPlanner planner,
        Dictionary<string, IReadOnlyList<FieldGroup>> groups, List<string> leftOut)
    {
        foreach (var entity in context.Entities)
            foreach (var group in groups[entity.Type])
            {
                if (group is not { Problem: null, Subject: { } subject, Rule.Then: RetentionAction.Anonymise, IsInherited: false }
                    || graph.Path(entity, subject) is not { Count: > 1 } path)
                    continue;

                var holder = context[path[path.Count - 2].Principal];
                if (groups[holder.Type].Any(own => own.Subject == subject && IsSameTime(own.Rule, group.Rule!)))
                    continue;
                var inherited = planner.Group(holder, subject, group.Rule, group.Categories, []);
                if (inherited.Problem is null)
                    groups[holder.Type] = [.. groups[holder.Type], inherited];
                else
                    leftOut.Add($"{entity.Name}: the link of its {holder.Name} to the {subject} stays; {inherited.Problem}.");
            }
    }

    private static bool IsSameTime(RetentionRule? own, RetentionRule other) =>
        own is not null && own.Then == other.Then && own.From == other.From && own.Period == other.Period
        && own.AtMost is null == other.AtMost is null;
}
