using PolicyAsCode.Cli.Output;

namespace PolicyAsCode.Cli.Explaining;

/// <summary>An explanation for people: the answer in the first line, then the lines that decided.</summary>
internal static class ExplanationText
{
    // What comes with the tool lies inside it: there is no line to open.
    private static readonly string[] s_builtIn = ["vocabulary/", "laws/"];

    /// <summary>Writes it.</summary>
    public static void Write(Explanation explanation, CommandHost host)
    {
        var colours = new Colours(host.HasColours);
        host.Out.WriteLine(explanation.Outcome switch
        {
            Outcome.Allowed when explanation.Needs.IsEmpty => colours.Green(explanation.Answer),
            Outcome.Violation => colours.Red(explanation.Answer),
            _ => colours.Yellow(explanation.Answer),
        });
        if (explanation.Lines.IsEmpty)
            return;

        var places = explanation.Lines.Select(line => PlaceOf(line.Location)).ToArray();
        var width = places.Max(place => place.Length);
        for (var i = 0; i < places.Length; i++)
            WriteLine(places[i], width, explanation.Lines[i], colours, host);
    }

    private static void WriteLine(string place, int width, ExplainedLine line, Colours colours, CommandHost host)
    {
        var indent = width + 4;
        var text = line.Source.Length == 0 ? line.Says : $"{line.Says} [{line.Source}]";
        var first = true;
        foreach (var part in Paragraph.Lines(text, Math.Max(40, host.Width - indent)))
        {
            host.Out.Write(first ? $"  {colours.Dim(place.PadRight(width))}  " : new string(' ', indent));
            host.Out.WriteLine(part);
            first = false;
        }
    }

    // The file's own name: the policy is named already.
    private static string PlaceOf(FileLocation location) =>
        s_builtIn.Any(folder => location.Path.StartsWith(folder, StringComparison.Ordinal))
            ? Path.GetFileName(location.Path)
            : string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(location.Path)}:{location.Range.Start.Line + 1}");
}
