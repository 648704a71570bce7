using System.Globalization;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Analyzers.Policy;

/// <summary>How messages name things, so that all of them read alike.</summary>
internal static class Wording
{
    private const int LongestCode = 60;
    private const int MostTerms = 6;

    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b and c</c>; of many the first few, since a message is read.</summary>
    internal static Message List(IEnumerable<Term> terms) => List(terms, (most, last) => Say.This("And", most, last));

    /// <summary><c>a</c>, <c>a or b</c>, <c>a, b or c</c>; of many the first few, since a message is read.</summary>
    internal static Message Either(IEnumerable<Term> terms) => List(terms, (most, last) => Say.This("Or", most, last));

    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b and c</c>, of things that need no translation.</summary>
    internal static Message Several(IEnumerable<string> things) =>
        List(things.Select(Message.Verbatim), (most, last) => Say.This("And", most, last));

    /// <summary>The same of what is said in words.</summary>
    internal static Message List(IEnumerable<Message> said) => List(said, (most, last) => Say.This("And", most, last));

    private static Message List(IEnumerable<Term> terms, Func<Message, Message, Message> join) =>
        List(terms.Select(term => Message.Verbatim(term.Key)), join);

    private static Message List(IEnumerable<Message> all, Func<Message, Message, Message> join)
    {
        var words = all.ToList();
        if (words.Count > MostTerms)
        {
            var rest = words.Count - (MostTerms - 2);
            words = [.. words.Take(MostTerms - 2), Say.This("More", rest)];
        }
        return words.Count switch
        {
            0 => Say.This("Nothing"),
            1 => words[0],
            _ => join(Message.Joined(", ", words.Take(words.Count - 1)), words[words.Count - 1]),
        };
    }

    /// <summary>
    /// <c>Notes.Add, Journal.Write (Shop.Kit)</c>: the methods on the way, the first and the last few of many, and the
    /// assembly of those behind which there is no source.
    /// </summary>
    internal static string Path(Flow.CallPath path)
    {
        var steps = path.Steps.ToList();
        var names = steps.Select((step, i) => (step.Method is { } method ? Member(method) : Facts.FactNames.Shown(step.Id))
            + (step.Assembly is { } assembly && (i + 1 == steps.Count || steps[i + 1].Assembly != assembly)
                ? $" ({assembly})"
                : "")).ToList();
        if (names.Count > MostTerms)
            names = [.. names.Take(MostTerms - 2), "…", names[names.Count - 1]];
        return string.Join(", ", names);
    }

    /// <summary><c>it</c>, <c>both</c>, <c>all of them</c>.</summary>
    internal static Message Pronoun(int count) =>
        count switch { 1 => Say.This("It"), 2 => Say.This("Both"), _ => Say.This("AllOfThem") };

    /// <summary>
    /// <c>[JOVA-1.10, jova-pos.policy.yaml:17]</c>; for a policy that says nothing, where its name stands.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <param name="because">The statement.</param>
    /// <param name="behind">One whose clauses count where that names none: what is decided of data is of what is said of it.</param>
    internal static Message Citation(PolicyModel policy, Statement? because, Statement? behind = null)
    {
        var place = because?.Location ?? policy.Header.Location;
        var (file, line) = (FileName(place), place.Range.Start.Line + 1);
        return because switch
        {
            { Clauses.IsDefaultOrEmpty: false } => Say.This("Cited", because.Clauses, file, line),
            not null when behind is { Clauses.IsDefaultOrEmpty: false } => Say.This("Cited", behind.Clauses, file, line),
            { IsDecision: true } => Say.This("Cited", Say.This("Decision"), file, line),
            _ => Say.This("CitedPlace", file, line),
        };
    }

    /// <summary><c>shop.bindings.yaml:12</c>.</summary>
    internal static string Place(FileLocation place) =>
        $"{FileName(place)}:{(place.Range.Start.Line + 1).ToString(CultureInfo.InvariantCulture)}";

    private static string FileName(FileLocation place) => place.Path.Substring(place.Path.LastIndexOfAny(['/', '\\']) + 1);

    /// <summary><c>Customer.Email</c>.</summary>
    internal static string Member(ISymbol member) =>
        member.ContainingType is { } type
            && member is not INamedTypeSymbol ? $"{type.Name}.{member.Name}" : member.Name;

    /// <summary>A form as policies write it.</summary>
    internal static string Word(Form form) => form switch
    {
        Form.Raw => "raw",
        Form.Pseudonymised => "pseudonymised",
        Form.Aggregated => "aggregated",
        _ => "anonymised",
    };

    /// <summary>The same of one that a body reads, maybe in an assembly that hides it.</summary>
    internal static string Member(Flow.MemberRead read) => read.FarName ?? Member(read.Member);

    /// <summary>The same of one that a body writes.</summary>
    internal static string Member(Flow.MemberStore store) => store.FarName ?? Member(store.Member);

    /// <summary>An expression as it is written, on one line.</summary>
    internal static string Code(SyntaxNode node)
    {
        var text = string.Join(" ", node.ToString().Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= LongestCode ? text : text.Substring(0, LongestCode - 1) + "…";
    }
}
