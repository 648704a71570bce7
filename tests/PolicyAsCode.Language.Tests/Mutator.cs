namespace PolicyAsCode.Language.Tests;

/// <summary>Breaks texts the way people, editors and attackers do; the same seed breaks them the same way.</summary>
internal sealed class Mutator(ulong seed)
{
    private static readonly string[] s_splices =
    [
        ":", ": ", "- ", "[", "]", "{", "}", "\"", "'", "#", "&a ", "*a", "!!int ", "|", ">", "? ", "---\n", "...\n", "%YAML 9\n", "\t",
        "\r", "\r\n", "\0", "\uFEFF", "\uD83D", "\uDE00", "\u2028", "<<: *a", ",", "\\", "@", "`", "~", "null", "true", "-1", "999999999999",
        "0001-01-01", "9999-12-31", "99999 years", "as long as necessary", "contact", "contact.", ".", "é", "日本", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        "{a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a:", "\n\n", "  ", "\n- - - -", "policy: x\n", "of: staff\n",
    ];

    private ulong _state = seed * 2685821657736338717UL + 88172645463325252UL;

    /// <summary>The text with one to four changes.</summary>
    public string Mutate(string text)
    {
        for (var changes = 1 + Next(4); changes > 0; changes--)
            text = Next(12) switch
            {
                0 or 1 => At(text, at => text.Remove(at, Math.Min(1 + Next(3), text.Length - at))),
                2 or 3 or 4 => At(text, at => text.Insert(at, s_splices[Next(s_splices.Length)])),
                5 => At(text, at => text.Remove(at, 1).Insert(at, ((char)Next(Next(4) == 0 ? 65536 : 128)).ToString())),
                6 => Lines(text, (lines, at) => lines.RemoveAt(at)),
                7 => Lines(text, (lines, at) => lines.Insert(Next(lines.Count), lines[at])),
                8 => Lines(text, (lines, at) => lines[at] = new string(' ', 1 + Next(4)) + lines[at]),
                9 => Lines(text, (lines, at) => lines[at] = lines[at].Length > 2 ? lines[at][(1 + Next(2))..] : ""),
                10 => Lines(text, (lines, at) => (lines[at], lines[0]) = (lines[0], lines[at])),
                _ => Next(8) == 0 ? At(text, at => text[..at]) : At(text, at => text.Insert(Next(text.Length), text.Substring(at, Math.Min(Next(60), text.Length - at)))),
            };
        return text;
    }

    /// <summary>Some lines of the text that follow each other.</summary>
    public string Stretch(string text, int lines)
    {
        var all = text.Split('\n');
        return string.Join('\n', all.Skip(Next(Math.Max(1, all.Length - lines + 1))).Take(lines));
    }

    /// <summary>A number from zero up to the bound, exclusive.</summary>
    public int Next(int bound)
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return (int)(_state % (ulong)bound);
    }

    private string At(string text, Func<int, string> change) => text.Length == 0 ? "x" : change(Next(text.Length));

    private string Lines(string text, Action<List<string>, int> change)
    {
        var lines = text.Split('\n').ToList();
        change(lines, Next(lines.Count));
        return string.Join('\n', lines);
    }
}
