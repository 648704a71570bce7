using System.Collections.Immutable;

namespace PolicyAsCode.Language.Detection;

/// <summary>
/// The detector's knowledge of words, as it stands in the files of the folder <c>Words</c>: lines under headings in
/// brackets, in which <c>#</c> begins a remark and a line that begins with a space goes on with the one before.
/// </summary>
internal static class WordList
{
    /// <summary>The lines of a file, each with the heading under which it stands.</summary>
    public static IEnumerable<(string Heading, string Line)> Lines(string file)
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream("words/" + file)
            ?? throw new InvalidOperationException($"The words '{file}' are not in the assembly.");
        using var reader = new StreamReader(stream);
        var heading = "";
        string? line = null;
        while (reader.ReadLine() is { } text)
        {
            if (text.StartsWith(" ", StringComparison.Ordinal))
            {
                line += " " + text.Trim();
                continue;
            }
            if (line is not null)
                yield return (heading, line);
            line = null;
            if (text.StartsWith("[", StringComparison.Ordinal))
                heading = text.Trim('[', ']');
            else if (text.Length > 0 && text[0] != '#')
                line = text;
        }
        if (line is not null)
            yield return (heading, line);
    }

    /// <summary>All words under a heading, in their usual spelling.</summary>
    public static ImmutableHashSet<string> Words(string file, string heading) =>
        Of(string.Join(" ", Lines(file).Where(line => line.Heading == heading).Select(line => line.Line)));

    /// <summary>Words, in their usual spelling.</summary>
    public static ImmutableHashSet<string> Of(string words) =>
        words.Split(' ').Select(Spelling.Of).ToImmutableHashSet(StringComparer.Ordinal);
}
