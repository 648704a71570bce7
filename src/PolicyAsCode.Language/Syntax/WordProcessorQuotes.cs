namespace PolicyAsCode.Language.Syntax;

/// <summary>
/// The quotation marks that word processors write. YAML takes them for letters: what stands between them would be a name
/// or a text with marks in it.
/// </summary>
internal static class WordProcessorQuotes
{
    private const string Opening = "\u201C\u201E\u201F\u00AB\u2018\u201A\u201B\u2039";
    private const string Closing = "\u201D\u201C\u00BB\u2019\u2018\u203A\"'";

    /// <summary>Whether a character opens what stands between such marks.</summary>
    public static bool Opens(char character) => Opening.IndexOf(character) >= 0;

    /// <summary>What stands between them; null where a value is not wholly in them, as in a sentence that cites a word.</summary>
    public static string? Around(string value)
    {
        if (value.Length < 2 || !Opens(value[0]) || Closing.IndexOf(value[value.Length - 1]) < 0)
            return null;
        var within = value.Substring(1, value.Length - 2);
        return within.Any(one => Opens(one) || Closing.IndexOf(one) >= 0) && within.Contains(' ') ? null : within.Trim();
    }
}
