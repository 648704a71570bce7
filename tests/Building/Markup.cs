using System.Text.RegularExpressions;

namespace PolicyAsCode.Tests;

/// <summary>A text with the places of its mistakes in it: <c>for: [{|PAC1004:promotoin|}]</c>.</summary>
internal sealed partial record Markup(string Text, IReadOnlyList<string> Places)
{
    /// <summary>Takes the marks out and notes where they were, as MSBuild counts: from one, end exclusive.</summary>
    public static Markup Parse(string marked)
    {
        var text = "";
        var rest = 0;
        var places = new List<string>();
        foreach (Match match in Mark().Matches(marked))
        {
            text += marked[rest..match.Index];
            var start = Count(text);
            text += match.Groups["text"].Value;
            var end = Count(text);
            places.Add($"({start},{end}): {match.Groups["id"].Value}");
            rest = match.Index + match.Length;
        }
        return new(text + marked[rest..], places);
    }

    private static string Count(string text) =>
        $"{text.Count(character => character == '\n') + 1},{text.Length - text.LastIndexOf('\n')}";

    [GeneratedRegex(@"\{\|(?<id>PAC\d+):(?<text>.*?)\|\}", RegexOptions.Singleline)]
    private static partial Regex Mark();
}
