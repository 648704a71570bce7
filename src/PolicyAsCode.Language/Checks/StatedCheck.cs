using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Checks;

/// <summary>
/// PAC1006: whoever data is about, wherever it is collected, whatever is received and whoever receives it has a
/// statement of its own. Each term is reported once, where it is used first.
/// </summary>
internal static class StatedCheck
{
    /// <summary>Kinds of persons.</summary>
    public static void Subjects(PolicyModel policy, IReadOnlyCollection<PolicyPart> parts, SyntaxNode?[] sections, BindingContext context) =>
        Run(parts.SelectMany(part => part.Uses.Subjects.All), policy.Subjects.Select(one => one.Subject), sections, context,
            term => Message.Of("Sections.SubjectNotStated", term));

    /// <summary>Sources.</summary>
    public static void Sources(PolicyModel policy, IReadOnlyCollection<PolicyPart> parts, SyntaxNode?[] sections, BindingContext context) =>
        Run(parts.SelectMany(part => part.Uses.Sources.All), policy.Sources.Select(one => one.Source), sections, context,
            term => Message.Of("Sections.SourceNotStated", term));

    /// <summary>Recipients that are named outside their section.</summary>
    public static void Recipients(PolicyModel policy, IReadOnlyCollection<PolicyPart> parts, SyntaxNode?[] sections, BindingContext context) =>
        Run(parts.SelectMany(part => part.Uses.Recipients.All), policy.Recipients.Select(one => one.Recipient), sections, context,
            term => Message.Of("Sections.RecipientNotStated", term));

    /// <summary>Categories that somebody receives, that are held, asked for or shown as proof.</summary>
    public static void Categories(PolicyModel policy, IReadOnlyCollection<PolicyPart> parts, SyntaxNode?[] sections, BindingContext context)
    {
        var stated = policy.Data.Select(one => one.Category).Distinct().ToArray();
        // What is received may be said in one broad word; some narrower data is enough.
        var broader = TermSet.Of(stated.SelectMany(category => category.SelfAndBroader()));
        Run(parts.SelectMany(part => part.Uses.Categories.All).Where(use => !broader.Contains(use.Value)), stated, sections, context,
            term => Message.Of("Sections.CategoryNotStated", term));
    }

    private static void Run(
        IEnumerable<Located<Term>> used,
        IEnumerable<Term> stated,
        SyntaxNode?[] sections,
        BindingContext context,
        Func<Term, Message> message)
    {
        // What could not be read may be the statement that seems to be missing.
        if (sections.Any(section => section is { IsDamaged: true }))
            return;
        var known = TermSet.Of(stated);
        foreach (var use in used)
        {
            var term = use.Value;
            if (term.SelfAndBroader().Any(known.Contains) || sections.Any(section => IsWritten(section, term, context)))
                continue;
            known = known.Union(TermSet.Of(term));
            context.Report(PolicyRules.MissingPart, use.Location, message(term));
        }
    }

    // The term, or a misspelling of it.
    internal static bool IsMeant(string word, Term term, BindingContext context) =>
        word == term.Key
        || (context.MaySuggest && context.Vocabulary.Find(term.Kind, word) is null && Nearest.To(word, [term.Key]) is not null);

    // A statement that is there and could not be bound has been reported itself.
    private static bool IsWritten(SyntaxNode? section, Term term, BindingContext context) =>
        section is MappingNode mapping
            ? mapping.Entries.Any(entry => IsMeant(entry.Key.Value, term, context))
            : section is not null and not ScalarNode { IsMissing: true };
}
