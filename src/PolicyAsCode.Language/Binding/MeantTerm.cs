using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Binding;

/// <summary>The term that somebody most likely meant by a word that is none.</summary>
public static class MeantTerm
{
    /// <summary>
    /// The key of the term that is called by the word, or of the nearest one: <c>email</c> is <c>contact.email</c>.
    /// </summary>
    public static string? Of(Vocabulary vocabulary, TermKind kind, string word)
    {
        var terms = vocabulary.Terms(kind);
        return terms.FirstOrDefault(term => Calls(term, word))?.Key
            ?? Nearest.To(word, terms.Select(term => term.Key))
            ?? terms.FirstOrDefault(term => Nearest.To(word, [LastPart(term.Key)]) is not null)?.Key;
    }

    private static bool Calls(Term term, string word) =>
        Same(term.Label, word) || Same(term.LabelInIndonesian, word) || Same(LastPart(term.Key), word)
        || term.Hints.Any(hint => Same(hint, word));

    private static string LastPart(string key) => key.Substring(key.LastIndexOf('.') + 1);

    // Case does not count, and neither does whether words are joined by a blank or a hyphen.
    private static bool Same(string left, string right)
    {
        if (left.Length != right.Length)
            return false;
        for (var i = 0; i < left.Length; i++)
            if (Plain(left[i]) != Plain(right[i]))
                return false;
        return true;
    }

    private static char Plain(char character) => character == '-' ? ' ' : char.ToLowerInvariant(character);
}
