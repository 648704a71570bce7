using PolicyAsCode.Generators.Model;
using PolicyAsCode.Generators.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Generators.Planning;

/// <summary>Puts the personal fields of an entity into groups of one rule, and finds where each counts from.</summary>
internal sealed class GroupPlanner(ContextModel context, PolicyFacts policy, OwnershipGraph graph)
{
    private readonly Dictionary<string, CategoryFacts> _categories =
        policy.Categories.ToDictionary(category => category.Key, StringComparer.Ordinal);
    private readonly List<string> _subjects = [.. context.Entities
        .Select(entity => entity.Subject).OfType<string>().Distinct().OrderBy(subject => subject, StringComparer.Ordinal)];

    /// <summary>The groups of an entity, in the order of their first field.</summary>
    public IReadOnlyList<FieldGroup> Of(EntityModel entity)
    {
        var groups = new List<(string? Subject, RetentionRule? Rule, List<string> Categories, List<FieldPlan> Fields)>();
        foreach (var property in entity.Properties)
            foreach (var key in property.Categories)
            {
                var (subject, rule) = RuleOf(entity, key);
                var at = groups.FindIndex(group => group.Subject == subject && RetentionRule.SayTheSame(group.Rule, rule));
                if (at < 0)
                {
                    at = groups.Count;
                    groups.Add((subject, rule, [], []));
                }
                else if (rule is not null)
                    groups[at] = (subject, groups[at].Rule!.And(rule), groups[at].Categories, groups[at].Fields);

                if (!groups[at].Categories.Contains(key))
                    groups[at].Categories.Add(key);
                if (groups[at].Fields.All(field => field.Property.Name != property.Name))
                    groups[at].Fields.Add(Field(entity, property));
            }
        return [.. groups.Select(group => Group(entity, group.Subject, group.Rule, group.Categories, group.Fields))];
    }

    /// <summary>A field is as identifying as the most identifying of its categories.</summary>
    private FieldPlan Field(EntityModel entity, PropertyModel property)
    {
        var identifying = property.Categories
            .Where(key => _categories.TryGetValue(key, out var facts) && facts.Identifies).ToList();
        return new(
            property, identifying.Count > 0,
            identifying.All(key => RuleOf(entity, key).Rule is { AtLeast: not null } rule && rule.StatedOn == key));
    }

    /// <summary>A group of an entity; without fields, for a link that is personal through what hangs on it.</summary>
    public FieldGroup Group(
        EntityModel entity, string? subject, RetentionRule? rule, IEnumerable<string> categories,
        IEnumerable<FieldPlan> fields)
    {
        AccessPath? anchor = null;
        var problem = rule switch
        {
            null => "the policy does not say how long it is kept (PAC4001)",
            { NeverStored: true } => "the policy never stores it (PAC4001)",
            { Period: null } or { From: null } => "the policy does not say from when and how long it is kept (PAC1007)",
            { AtMost.Unit: DurationUnit.BusinessDays } or { AtLeast.Unit: DurationUnit.BusinessDays } =>
                "retention counts calendar days, and the policy says business days",
            _ => (anchor = Anchor(entity, subject, rule.From)) is null
                ? $"no date of it, or of what it belongs to, is the anchor '{rule.From}' (PAC4002)"
                : subject is not null && (anchor.Hops.Count > 0 || rule.Then == RetentionAction.Anonymise)
                    && graph.Fork(entity, subject) is { } fork
                    ? $"several references lead from {fork.Name} towards its {subject} (PAC4003)"
                    : null,
        };
        return new(subject, rule, categories.ToEquatable(), fields.ToEquatable(), anchor, problem);
    }

    /// <summary>Whose data of a category a row of the entity holds: who is declared, or who is reached, nearest first.</summary>
    private (string? Subject, RetentionRule? Rule) RuleOf(EntityModel entity, string category)
    {
        if (!_categories.TryGetValue(category, out var facts))
            return (Candidates(entity).FirstOrDefault(), null);

        foreach (var subject in Candidates(entity))
            if (facts.Subjects.Contains(subject))
                return (subject, facts.RetentionOf(subject));
        return (null, facts.RetentionOf(null));
    }

    /// <summary>Whether a category can be of a subject; one that the policy does not know may be of anybody.</summary>
    public bool CanBeOf(string category, string subject) =>
        !_categories.TryGetValue(category, out var facts) || facts.Subjects.Count == 0 || facts.Subjects.Contains(subject);

    private IEnumerable<string> Candidates(EntityModel entity) =>
        (entity.Subject is { } declared ? [declared] : _subjects)
            .Select(subject => (Subject: subject, Path: graph.Path(entity, subject)))
            .Where(candidate => candidate.Path is not null)
            .OrderBy(candidate => candidate.Path!.Count)
            .Select(candidate => candidate.Subject);

    /// <summary>The nearest date of that anchor, on the entity or on the way to its subject.</summary>
    private AccessPath? Anchor(EntityModel entity, string? subject, string anchor)
    {
        var hops = new List<ReferenceModel>();
        var at = entity;
        foreach (var next in (subject is null ? null : graph.Path(entity, subject) ?? []) ?? [])
        {
            if (On(at) is { } found)
                return found;
            if (next.Navigation is null)
                return null;
            hops.Add(next);
            at = context[next.Principal];
        }

        return On(at);

        AccessPath? On(EntityModel owner) =>
            owner.Properties.FirstOrDefault(property => property is { IsDate: true, IsInCollection: false } && property.Anchors.Contains(anchor)) is { } property
                ? new(hops.ToEquatable(), property)
                : null;
    }
}
