using Microsoft.CodeAnalysis.CSharp;
using PolicyAsCode.Generators.Model;
using PolicyAsCode.Generators.Planning;
using PolicyAsCode.Generators.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Generators.Writing;

/// <summary>What the generated code says to people: reasons, names, rules.</summary>
internal static class Words
{
    /// <summary>What the policy says of a group: <c>contact.email: 2 years after last-purchase, then erased</c>.</summary>
    public static string Retention(FieldGroup group) => Retention(group.Categories, group.Rule!);

    /// <summary>What the policy says of categories.</summary>
    public static string Retention(IEnumerable<string> categories, RetentionRule rule)
    {
        var minimum = rule.AtLeast is { } least
            ? $"{(rule.AtMost is null ? "" : ", ")}at least {least}{(rule.Because is null ? "" : $" ({rule.Because})")}"
            : "";
        return $"{string.Join(", ", categories)}: {rule.AtMost?.ToString() ?? ""}{minimum} after {rule.From}, then {Then(rule.Then)}"
            + (rule.IsDecision ? " (the controller's decision)" : "");
    }

    /// <summary>Why the law keeps a group: <c>transaction.order: at least 10 years after order-placed (tax law)</c>.</summary>
    public static string Minimum(FieldGroup group) =>
        $"{Categories(group)}: at least {group.Rule!.AtLeast} after {group.Rule.From}"
        + (group.Rule.Because is null ? "" : $" ({group.Rule.Because})");

    /// <summary>The categories of a group.</summary>
    public static string Categories(FieldGroup group) => string.Join(", ", group.Categories);

    /// <summary>The clauses and the place of a rule, for documentation.</summary>
    public static string Source(RetentionRule rule) =>
        $"[{string.Join(", ", rule.Clauses.Append(rule.Location))}]";

    /// <summary>A <c>PrivacyRule</c> as C#, in lines that fit a screen.</summary>
    public static string Rule(
        EntityModel entity, string action, IEnumerable<string> fields, string reason, RetentionRule? rule) =>
        Rule(entity.Name, action, fields, reason, rule);

    /// <summary>A <c>PrivacyRule</c> as C#, in lines that fit a screen.</summary>
    public static string Rule(
        string entity, string action, IEnumerable<string> fields, string reason, RetentionRule? rule) =>
        $"new(\"{entity}\", PrivacyAction.{action}, [{Texts(fields)}],\n"
        + $"    {Text(reason)},\n"
        + $"    [{Texts(rule?.Clauses ?? EquatableArray<string>.Empty)}], {Text(rule?.Location ?? "")})";

    /// <summary>A text as C#.</summary>
    public static string Text(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A group in a method's name: its fields when few, else the part that its categories share.</summary>
    public static string Name(FieldGroup group)
    {
        if (group.Fields.Count is 1 or 2)
            return string.Join("And", group.Fields.Select(field => field.Property.Name.Replace(".", "")));
        var shared = group.Categories.Select(category => category.Split('.')[0]).Distinct().ToList();
        return string.Concat(shared.SelectMany(word => word.Split('-'))
            .Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
    }

    /// <summary>Several of an entity: the name of its set, or its own with an ending.</summary>
    public static string Plural(EntityModel entity) => entity.Set ?? entity.Name + "Rows";

    private static string Texts(IEnumerable<string> texts) => string.Join(", ", texts.Select(Text));

    private static string Then(RetentionAction action) => action switch
    {
        RetentionAction.Erase => "erased",
        RetentionAction.Anonymise => "anonymised",
        _ => "reviewed by a person",
    };
}
