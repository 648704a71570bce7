using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Policy;

/// <summary>How messages name things, so that all of them read alike.</summary>
internal static class Wording
{
    private const int LongestCode = 60;
    private const int MostTerms = 6;

    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b and c</c>.</summary>
    internal static string List(IEnumerable<string> words, string last = "and")
    {
        var all = words.ToList();
        return all.Count switch
        {
            0 => "nothing",
            1 => all[0],
            _ => $"{string.Join(", ", all.Take(all.Count - 1))} {last} {all[all.Count - 1]}",
        };
    }

    /// <summary>The keys of the terms; of many the first few, since a message is read and not searched.</summary>
    internal static string List(IEnumerable<Term> terms, string last = "and")
    {
        var keys = terms.Select(term => term.Key).ToList();
        var rest = keys.Count - (MostTerms - 2);
        return List(keys.Count <= MostTerms ? keys : keys.Take(MostTerms - 2).Append($"{rest} more"), last);
    }

    /// <summary><c>it</c>, <c>both</c>, <c>all of them</c>.</summary>
    internal static string Pronoun(int count) => count switch { 1 => "it", 2 => "both", _ => "all of them" };

    /// <summary>
    /// <c>[JOVA-1.10, jova-pos.policy.yaml:17]</c>; for a policy that says nothing, where its name stands.
    /// </summary>
    internal static string Citation(PolicyModel policy, Statement? because)
    {
        var place = because?.Location ?? policy.Header.Location;
        var file = place.Path.Substring(place.Path.LastIndexOfAny(['/', '\\']) + 1);
        var line = (place.Range.Start.Line + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var clauses = because switch
        {
            null => "",
            { Clauses.IsDefaultOrEmpty: false } => string.Join(", ", because.Clauses) + ", ",
            { IsDecision: true } => "decision, ",
            _ => "",
        };
        return $"[{clauses}{file}:{line}]";
    }

    /// <summary><c>Customer.Email</c>.</summary>
    internal static string Member(ISymbol member) =>
        member.ContainingType is { } type
            && member is not INamedTypeSymbol ? $"{type.Name}.{member.Name}" : member.Name;

    /// <summary>An expression as it is written, on one line.</summary>
    internal static string Code(SyntaxNode node)
    {
        var text = string.Join(" ", node.ToString().Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= LongestCode ? text : text.Substring(0, LongestCode - 1) + "…";
    }
}
