using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Facts.Naming;

/// <summary>The vocabulary's hints, found in names.</summary>
internal sealed class NameHints
{
    private const int LongestHint = 5;

    private readonly Dictionary<string, (Term Term, string Hint)> _hints = new(StringComparer.Ordinal);

    internal NameHints(Vocabulary vocabulary)
    {
        foreach (var term in vocabulary.Terms(TermKind.Category))
            foreach (var hint in term.Hints)
                if (Joined(hint) is var key && !_hints.ContainsKey(key))
                    _hints.Add(key, (term, hint));
    }

    /// <param name="Term">What the name suggests.</param>
    /// <param name="Hint">By which hint.</param>
    /// <param name="Key">The hint's words, written together.</param>
    /// <param name="IsWhole">Whether the hint is the whole name.</param>
    /// <param name="Rest">The words of the name beside it.</param>
    internal sealed record Match(Term Term, string Hint, string Key, bool IsWhole, IReadOnlyList<string> Rest);

    /// <summary>The longest hint in the words; null where none is.</summary>
    internal Match? Find(IReadOnlyList<string> words)
    {
        for (var length = Math.Min(words.Count, LongestHint); length > 0; length--)
            for (var start = 0; start + length <= words.Count; start++)
            {
                var key = string.Concat(words.Skip(start).Take(length));
                if (_hints.TryGetValue(key, out var found) || _hints.TryGetValue(Singular(key), out found))
                    return new(found.Term, found.Hint, Joined(found.Hint), length == words.Count,
                        [.. words.Take(start), .. words.Skip(start + length)]);
            }
        return null;
    }

    private static string Joined(string hint) => hint.Replace(" ", "").ToLowerInvariant();

    private static string Singular(string word) =>
        word.Length > 3 && word.EndsWith("s", StringComparison.Ordinal) ? word.Substring(0, word.Length - 1) : word;
}
