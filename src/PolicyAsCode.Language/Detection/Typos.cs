namespace PolicyAsCode.Language.Detection;

/// <summary>
/// Long words in which one letter is wrong, missing, too much, or changed with the next: <c>Presciption</c>.
/// </summary>
internal sealed class Typos
{
    private const int Shortest = 8; // a shorter word is too like many others

    private readonly GluedWords _words;
    private readonly ILookup<char, string> _known;

    public Typos(HintIndex hints, GluedWords words)
    {
        _words = words;
        _known = hints.Texts
            .SelectMany(text => text.Split(' '))
            .Where(word => word.Length >= Shortest)
            .Select(Spelling.Of)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(word => word, StringComparer.Ordinal)
            .ToLookup(word => word[0]);
    }

    /// <summary>The word that was meant; the same where the detector knows it, or nothing like it.</summary>
    public string Right(string word) =>
        word.Length < Shortest - 1 || _words.IsWord(word) || _words.IsWord(Spelling.Singular(word))
            ? word
            : _known[word[0]].FirstOrDefault(known => IsOneApart(word, known)) ?? word;

    private static bool IsOneApart(string word, string known)
    {
        if (Math.Abs(word.Length - known.Length) > 1)
            return false;
        var start = 0;
        while (start < word.Length && start < known.Length && word[start] == known[start])
            start++;
        string Rest(string text, int from) => text.Substring(Math.Min(from, text.Length));
        return (word.Length - known.Length) switch
        {
            1 => Rest(word, start + 1) == Rest(known, start),
            -1 => Rest(word, start) == Rest(known, start + 1),
            _ => Rest(word, start + 1) == Rest(known, start + 1)
                || start + 1 < word.Length && word[start] == known[start + 1] && word[start + 1] == known[start]
                    && Rest(word, start + 2) == Rest(known, start + 2),
        };
    }
}
