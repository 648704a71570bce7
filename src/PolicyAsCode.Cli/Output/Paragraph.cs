namespace PolicyAsCode.Cli.Output;

/// <summary>Breaks prose into lines between words.</summary>
internal static class Paragraph
{
    /// <summary>The lines; a word that is wider than a line has one of its own.</summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }
            line.Append(line.Length > 0 ? " " : "").Append(word);
        }
        yield return line.ToString();
    }
}
