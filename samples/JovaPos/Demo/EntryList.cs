using System.Globalization;
using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos.Demo;

/// <summary>
/// Prints what happened to rows, each entry in two parts: how many rows of what, and below it the reasons, each with
/// the categories that share it.
/// </summary>
internal sealed class EntryList(TextWriter output)
{
    private const string Decided = " (the controller's decision)";
    private const int Width = 112;

    public void Write(IEnumerable<PrintedEntry> entries)
    {
        foreach (var entry in entries)
        {
            var fields = entry.Rule.Fields.IsEmpty ? "" : $": {string.Join(", ", entry.Rule.Fields)}";
            var rows = entry.Rows.ToString(CultureInfo.InvariantCulture);
            Line($"   {rows,4}  {Verb(entry.Rule.Action),-10}  {entry.Rule.Entity}{fields}");
            foreach (var reason in Reasons(entry))
                WriteWrapped(reason);
            if (!entry.Rule.Clauses.IsEmpty)
                WriteWrapped($"[{string.Join(", ", entry.Rule.Clauses.OrderBy(ClauseOrder.Of))}]");
        }
    }

    private static IEnumerable<string> Reasons(PrintedEntry entry)
    {
        var until = entry.KeptUntil is { } day
            ? string.Create(CultureInfo.InvariantCulture, $"; until {day:yyyy-MM-dd} at the latest")
            : "";
        return entry.Rule.Reason.Replace(Decided, "", StringComparison.Ordinal)
            .Split("; ")
            .Select(reason => reason.Split(": ", 2) is [var category, var rest]
                ? (Category: category, Sentence: rest)
                : (Category: "", Sentence: reason))
            .GroupBy(reason => reason.Sentence, reason => reason.Category)
            .Select(same => (same.First().Length == 0 ? "" : $"{string.Join(", ", same)}: ") + same.Key + until);
    }

    private void WriteWrapped(string text)
    {
        const string indent = "                     ";
        var line = indent;
        foreach (var word in text.Split(' '))
        {
            if (line.Length + word.Length > Width && line.Length > indent.Length)
            {
                Line(line);
                line = indent + "  ";
            }

            line += line.EndsWith(' ') ? word : " " + word;
        }

        Line(line);
    }

    private void Line(string text) => output.WriteLine(text.TrimEnd());

    private static string Verb(PrivacyAction action) => action switch
    {
        PrivacyAction.Erased => "erased",
        PrivacyAction.Blanked => "blanked",
        PrivacyAction.Anonymised => "anonymised",
        PrivacyAction.Unlinked => "unlinked",
        PrivacyAction.Kept => "kept",
        PrivacyAction.ForReview => "for review",
        _ => action.ToString(),
    };
}
