using PolicyAsCode.Cli.Output;

namespace PolicyAsCode.Cli.Comparing;

/// <summary>Differences for the comment of a pull request.</summary>
internal static class DiffMarkdown
{
    /// <summary>Writes it.</summary>
    public static void Write(DiffReport report, CommandHost host)
    {
        var words = new Words(report.Language);
        foreach (var policy in report.Policies)
        {
            host.Out.WriteLine($"### {policy.Name}");
            host.Out.WriteLine();
            host.Out.WriteLine(Escaped(DiffText.Total(policy, words, new(areOn: false))));
            host.Out.WriteLine();
            if (policy.Difference is not { IsEmpty: false } difference)
                continue;
            host.Out.WriteLine($"| {words.Say("Diff.HeadDirection")} | {words.Say("Diff.HeadChange")} | {words.Say("Diff.HeadOld")} | {words.Say("Diff.HeadNew")} |");
            host.Out.WriteLine("|---|---|---|---|");
            foreach (var change in difference.Changes)
            {
                var direction = DiffText.Direction(change, words);
                host.Out.WriteLine(
                    $"| {(change.IsMaterial ? $"**{direction}**" : direction)} | {Escaped(change.Text.In(report.Language))} "
                    + $"| {Code(DiffText.Place(change.Old))} | {Code(DiffText.Place(change.New))} |");
            }
            host.Out.WriteLine();
        }
    }

    private static string Code(string place) =>
        $"`{place.Replace("`", "", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)}`";

    // What stands in a policy is text, and neither markup nor a link nor a mention.
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var one in text)
        {
            if (one is '\\' or '`' or '*' or '_' or '|' or '<' or '>' or '[' or ']' or '#')
                escaped.Append('\\');
            escaped.Append(one is '\n' or '\r' ? ' ' : one);
            if (one == '@')
                escaped.Append('\u200B');
        }
        return escaped.ToString();
    }
}
