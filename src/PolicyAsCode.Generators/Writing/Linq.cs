using Microsoft.CodeAnalysis.CSharp;
using PolicyAsCode.Generators.Model;
using PolicyAsCode.Generators.Planning;
using PolicyAsCode.Generators.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Generators.Writing;

/// <summary>Conditions and assignments of the generated queries, as C#.</summary>
internal static class Linq
{
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
        { "run", "cancel", "id", "options", "set", "batch", "rows", "expired", "owned", "gone", "db", "time", "other", "value", "all", "item" };

    /// <summary>The lambda parameter of an entity.</summary>
    public static string Parameter(EntityModel entity)
    {
        var name = char.ToLowerInvariant(entity.Name[0]) + entity.Name.Substring(1);
        if (SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None)
            return "@" + name;
        return Taken.Contains(name) ? name + "Row" : name;
    }

    /// <summary>The property of the generated class that gives the rows of exactly an entity's type.</summary>
    public static string Rows(EntityModel entity) => entity.Set ?? entity.Name + "Rows";

    /// <summary>The one that gives those of the entities that derive from it as well.</summary>
    public static string AllRows(EntityModel entity) => (entity.HasDerived ? "All" : "") + Rows(entity);

    /// <summary>A field, seen from a row: <c>customer.Home!.Street</c>.</summary>
    public static string Member(string row, PropertyModel field) =>
        Into(row, field.Objects) + "." + field.OwnName;

    /// <summary>The subject's key, as the generated methods take it, compared with a row's: column by column.</summary>
    public static string IsSubject(string row, EntityModel root) =>
        string.Join(" && ", root.Key.Select(key => $"{row}.{key} == {IdPart(root, key)}"));

    /// <summary>A part of the subject's key.</summary>
    public static string IdPart(EntityModel root, string key) => root.Key.Count == 1 ? "id" : $"id.{key}";

    /// <summary>An anchor or a hold, seen from a row.</summary>
    public static string Access(string row, AccessPath path) =>
        Member(Hops(row, path.Hops), path.Property);

    /// <summary>The navigations of a path, seen from a row.</summary>
    public static string Hops(string row, IEnumerable<ReferenceModel> hops) =>
        hops.Aggregate(row, (at, hop) => $"{at}.{hop.Navigation}{(hop.IsNavigationNullable ? "!" : "")}");

    /// <summary>A column of a foreign key, seen from a row.</summary>
    public static string Column(string row, ColumnModel column) =>
        column.IsShadow
            ? $"EF.Property<{column.Type}{(column.IsNullable ? "?" : "")}>({row}, \"{column.Name}\")"
            : $"{row}.{column.Name}";

    /// <summary>That a row refers to another.</summary>
    public static string Refers(string dependent, ReferenceModel reference, string principal, EntityModel target) =>
        string.Join(" && ", reference.Columns
            .Zip(reference.KeyOf(target), (column, key) => $"{Column(dependent, column)} == {principal}.{key}"));

    /// <summary>That a way leads from a row to nobody, because a reference on it is empty; null where none can be.</summary>
    public static string? LeadsNowhere(string row, IReadOnlyList<ReferenceModel> way, ContextModel context)
    {
        if (way.Count == 0)
            return null;
        var next = context[way[0].Principal];
        var empty = way[0].Columns.Where(column => column.IsNullable).Select(column => $"{Column(row, column)} == null").ToList();
        if (way.Count > 1 && way[0].Navigation is not null
            && LeadsNowhere(Hops(row, [way[0]]), [.. way.Skip(1)], context) is { } beyond)
            empty.Add(beyond);
        else if (way.Count > 1 && way[0].Navigation is null
            && LeadsNowhere(Parameter(next), [.. way.Skip(1)], context) is { } further)
            empty.Add($"{AllRows(next)}.Any({Parameter(next)} => {Refers(row, way[0], Parameter(next), next)} && ({further}))");
        return empty.Count == 0 ? null : string.Join(" || ", empty);
    }

    /// <summary>That two names mean the same row.</summary>
    public static string IsSame(string one, string other, EntityModel entity) =>
        string.Join(" && ", entity.Key.Select(key => $"{one}.{key} == {other}.{key}"));

    /// <summary>The name of a cutoff, by its period.</summary>
    public static string Cutoff(Duration period, bool isMinimum) =>
        FormattableString.Invariant($"after{(isMinimum ? "Minimum" : "")}{period.Count}{period.Unit}");

    /// <summary>The name of the cutoff at which a rule's action comes.</summary>
    public static string Cutoff(RetentionRule rule) => Cutoff(rule.Period!.Value, rule.AtMost is null);

    /// <summary>That the rule's time is over for a row; false where the anchor is null.</summary>
    public static string IsPast(string row, AccessPath anchor, string cutoff) =>
        $"{Access(row, anchor)} < {cutoff}.{CutoffPart(anchor)}";

    /// <summary>That it is not; true where the anchor is null, which SQL would leave undecided.</summary>
    public static string IsNotPast(string row, AccessPath anchor, string cutoff)
    {
        var ahead = $"{Access(row, anchor)} >= {cutoff}.{CutoffPart(anchor)}";
        var missing = anchor.Hops
            .Select((hop, index) => (Hop: hop, Row: Hops(row, anchor.Hops.Take(index))))
            .SelectMany(step => step.Hop.Columns.Where(column => column.IsNullable)
                .Select(column => $"{Column(step.Row, column)} == null"))
            .Concat(anchor.Property.Objects.Select((step, index) => (Step: step, Index: index)).Where(item => item.Step.IsNullable)
                .Select(item => $"{Into(Hops(row, anchor.Hops), anchor.Property.Objects.Take(item.Index))}.{item.Step.Name} == null"))
            .Concat(anchor.Property.IsNullable ? [$"{Access(row, anchor)} == null"] : []);
        return string.Join(" || ", missing.Append(ahead));
    }

    /// <summary>That no hold lies on a row, nor on what it belongs to.</summary>
    public static string IsNotHeld(string row, AccessPath hold) => $"!{Held(row, hold)}";

    /// <summary>That a hold does.</summary>
    public static string IsHeld(string row, AccessPath hold) => Held(row, hold);

    /// <summary>That one of the fields still holds something, or that the link is not cut.</summary>
    public static string? Holds(string row, IEnumerable<PropertyModel> fields, ReferenceModel? link)
    {
        var conditions = fields.Select(field => Holds(row, field))
            .Concat(link is null ? [] : link.Columns.Where(column => column.IsNullable)
                .Select(column => $"{Column(row, column)} != null"))
            .ToList();
        return conditions.Count == 0 ? null : string.Join(" || ", conditions);
    }

    private static string Holds(string row, PropertyModel field)
    {
        var nothing = field.IsNullable ? "null" : "\"\"";
        if (field.IsInCollection)
        {
            var (collection, inItem) = Split(field);
            return $"{Into(row, collection)}.Any(item => {Into("item", inItem)}.{field.OwnName} != {nothing})";
        }

        // No object, nothing in it: SQL's null is not the empty text.
        var there = field.IsNullable ? [] : field.Objects.Select((step, index) => (Step: step, Index: index))
            .Where(item => item.Step.IsNullable)
            .Select(item => $"{Into(row, field.Objects.Take(item.Index))}.{item.Step.Name} != null");
        var conditions = there.Append($"{Member(row, field)} != {nothing}").ToList();
        return conditions.Count == 1 ? conditions[0] : $"({string.Join(" && ", conditions)})";
    }

    private static (IEnumerable<ObjectStep> Collection, IEnumerable<ObjectStep> InItem) Split(PropertyModel field)
    {
        var at = field.Objects.TakeWhile(step => !step.IsCollection).Count() + 1;
        return (field.Objects.Take(at), field.Objects.Skip(at));
    }

    /// <summary>An object in a row: <c>customer.Home!</c>.</summary>
    public static string Into(string row, IEnumerable<ObjectStep> steps) => steps.Aggregate(
        row, (at, step) => $"{at}.{step.Name}{(step.IsNullable ? "!" : "")}{(step.IsNullableValue ? ".Value" : "")}");

    private static string Set(string row, PropertyModel field)
    {
        if (!field.IsInCollection)
            return $".SetProperty({row} => {Member(row, field)}, {Nothing(field)})";
        var (collection, inItem) = Split(field);
        return $".SetEach({row} => {Into(row, collection)}, item => {Into("item", inItem)}.{field.OwnName}, {Nothing(field)})";
    }

    /// <summary>The assignments that empty fields and cut a link.</summary>
    public static IEnumerable<string> Blank(string row, IEnumerable<PropertyModel> fields, ReferenceModel? link) =>
        fields.Select(field => Set(row, field))
            .Concat(link is null ? [] : link.Columns.Where(column => column.IsNullable)
                .Select(column => $".SetProperty({row} => {Column(row, column)}, ({column.Type}?)null)"));

    private static string Nothing(PropertyModel field) => field.IsNullable ? $"({field.Type}?)null" : "\"\"";

    private static string Held(string row, AccessPath hold)
    {
        var reached = hold.Hops
            .Select((hop, index) => (Hop: hop, Row: Hops(row, hold.Hops.Take(index))))
            .SelectMany(step => step.Hop.Columns.Where(column => column.IsNullable)
                .Select(column => $"{Column(step.Row, column)} != null"))
            .Append(hold.Property.IsNullableValue ? $"({Access(row, hold)} == true)"
                // Of an object that is not there SQL would say neither yes nor no.
                : hold.Property.Objects.Any(step => step.IsNullable) ? $"((bool?){Access(row, hold)} == true)"
                : Access(row, hold)).ToList();
        return reached.Count == 1 ? reached[0] : $"({string.Join(" && ", reached)})";
    }

    private static string CutoffPart(AccessPath anchor) => anchor.Property.Type switch
    {
        "global::System.DateOnly" => "Day",
        "global::System.DateTime" => "UtcMoment",
        _ => "Moment",
    };
}
