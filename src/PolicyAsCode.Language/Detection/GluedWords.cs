using System.Collections.Immutable;

namespace PolicyAsCode.Language.Detection;

/// <summary>
/// Words that somebody wrote together without a sign where one ends: <c>Namasiswa</c>, <c>custphone</c>. They are read
/// apart where every part is a word that the detector knows, and one of them says that data is personal.
/// </summary>
internal sealed class GluedWords
{
    private const int Shortest = 4;

    // Shorter words that are seldom a part of another one.
    private static readonly ImmutableHashSet<string> s_short = WordList.Words("parts.txt", "glued");

    // Words of which a part looks like another word, and is none.
    private static readonly ImmutableHashSet<string> s_whole = WordList.Words("parts.txt", "whole");

    private readonly HashSet<string> _telling = new(StringComparer.Ordinal);
    private readonly HintIndex _hints;

    public GluedWords(HintIndex hints)
    {
        _hints = hints;
        foreach (var text in hints.Texts)
            foreach (var word in text.Split(' '))
                _telling.Add(word);
    }

    /// <summary>The words in a word: itself, where it is one.</summary>
    public IEnumerable<string> Split(string word)
    {
        if (word.Length < Shortest * 2 - 1 || IsWord(word) || s_whole.Contains(word))
            return [word];
        for (var end = word.Length - 2; end >= 2; end--)
        {
            var (first, rest) = (word.Substring(0, end), word.Substring(end));
            if (IsPart(first) && IsPart(rest) && (_telling.Contains(first) || _telling.Contains(rest)))
                return [first, rest];
        }
        return [word];
    }

    /// <summary>Whether the detector knows the word.</summary>
    public bool IsWord(string word) =>
        _telling.Contains(word) || _hints.Whole([Spelling.Of(word)]) is not null || Spelling.Of(word) != word
        || KnownNames.InSome.Contains(word) || RoleWords.Of(word) is not null || RoleWords.Wrappers.Contains(word)
        || s_whole.Contains(word) || NameParts.Technical.Contains(word) || NameParts.Neutral.Contains(word);

    private bool IsPart(string word) => word.Length >= Shortest ? IsWord(word) : s_short.Contains(word);
}
