using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Detection;

/// <summary>The vocabulary's hints, found in the words of a name.</summary>
internal sealed class HintIndex
{
    private const int LongestHint = 5;

    private readonly Dictionary<string, Hint> _hints = new(StringComparer.Ordinal);

    public HintIndex(Vocabulary vocabulary)
    {
        foreach (var name in KnownNames.Names)
            if (vocabulary.Find(TermKind.Category, name.Category) is { ReplacedBy: null } term)
                Add(new(term, name.Text, name.Key, name.Strength));
        foreach (var term in vocabulary.Terms(TermKind.Category))
            if (term.ReplacedBy is null)
                foreach (var text in term.Hints)
                    Add(new(term, text, Key(text), HintStrength.Of(term)));
    }

    /// <summary>All hints, as they are written.</summary>
    public IEnumerable<string> Texts => _hints.Values.Select(hint => hint.Text).Distinct(StringComparer.Ordinal);

    // NoHp is two words, Nohp one that is none of them.
    private void Add(Hint hint)
    {
        foreach (var key in new[] { hint.Key, hint.Text.Replace(" ", ""), Spelling.Singular(hint.Key) })
            if (!_hints.ContainsKey(key))
                _hints.Add(key, hint);
    }

    /// <param name="Term">What it suggests.</param>
    /// <param name="Text">As the vocabulary writes it.</param>
    /// <param name="Key">Its words in their usual spelling, written together.</param>
    /// <param name="Strength">How much it says alone.</param>
    internal sealed record Hint(Term Term, string Text, string Key, double Strength);

    /// <param name="Hint">The hint.</param>
    /// <param name="Rest">The words of the name beside it.</param>
    /// <param name="Before">How many of them stand before it.</param>
    internal readonly record struct Match(Hint Hint, IReadOnlyList<string> Rest, int Before);

    /// <summary>A hint's words in their usual spelling, written together.</summary>
    public static string Key(string hint) => string.Concat(hint.Split(' ').Select(Spelling.Of));

    /// <summary>All hints in the words, longest first; a hint inside a longer one is left out.</summary>
    public IEnumerable<Match> Find(IReadOnlyList<string> words)
    {
        for (var length = Math.Min(words.Count, LongestHint); length > 0; length--)
        {
            var any = false;
            for (var start = 0; start + length <= words.Count; start++)
                if (Look(words, start, length) is { } hint)
                {
                    any = true;
                    yield return new(hint, [.. words.Take(start), .. words.Skip(start + length)], start);
                }
            if (any)
                yield break;
        }
    }

    /// <summary>The hint that the words are, as a whole; null where they are none.</summary>
    public Hint? Whole(IReadOnlyList<string> words) => words.Count == 0 ? null : Look(words, 0, words.Count);

    private Hint? Look(IReadOnlyList<string> words, int start, int length)
    {
        var key = length == 1 ? words[start] : string.Concat(words.Skip(start).Take(length));
        return _hints.TryGetValue(key, out var hint) || _hints.TryGetValue(Spelling.Singular(key), out hint)
            ? hint
            : null;
    }
}
