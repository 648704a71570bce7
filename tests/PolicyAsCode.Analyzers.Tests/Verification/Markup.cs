using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace PolicyAsCode.Analyzers.Tests.Verification;

/// <summary>A place that a test expects a finding at; <paramref name="Id"/> is null for <c>[|…|]</c>.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Path">The file.</param>
/// <param name="Span">The stretch of it.</param>
/// <param name="IsOrigin">Whether it is an additional location (<c>{|from:…|}</c>) and no finding.</param>
public sealed record Marked(string? Id, string Path, TextSpan Span, bool IsOrigin);

/// <summary>
/// Takes <c>[|…|]</c>, <c>{|PAC2001:…|}</c> and <c>{|from:…|}</c> out of a text and remembers where they were.
/// </summary>
public static partial class Markup
{
    /// <summary>The text without marks, and the marks.</summary>
    public static (string Text, List<Marked> Marks) Read(string path, string marked)
    {
        var text = new StringBuilder();
        var marks = new List<Marked>();
        var open = new Stack<(string? Id, int Start)>();
        var at = 0;
        foreach (Match mark in Mark().Matches(marked))
        {
            text.Append(marked, at, mark.Index - at);
            at = mark.Index + mark.Length;
            if (mark.Value is "|]" or "|}")
            {
                var (id, start) = open.Pop();
                marks.Add(new(id == "from" ? null : id, path, TextSpan.FromBounds(start, text.Length), id == "from"));
            }
            else
                open.Push((mark.Value == "[|" ? null : mark.Groups["id"].Value, text.Length));
        }
        if (open.Count > 0)
            throw new FormatException($"A mark of {path} is not closed.");
        return (text.Append(marked, at, marked.Length - at).ToString(), marks);
    }

    [GeneratedRegex(@"\[\||\{\|(?<id>from|PAC\d{4}):|\|\]|\|\}")]
    private static partial Regex Mark();
}
