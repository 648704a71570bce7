using PolicyAsCode.Reports.Model;
using PolicyAsCode.Reports.Wording;

namespace PolicyAsCode.Reports.Text;

/// <summary>The register of processing as comma-separated values (RFC 4180), for a spreadsheet.</summary>
internal static class ReportCsv
{
    // What a spreadsheet takes for a formula where a cell begins with it.
    private const string Formula = "=+-@\t\r";

    /// <summary>The register of all policies, a line a purpose.</summary>
    public static string Write(PrivacyReport report)
    {
        var words = new ReportWords(report.Language);
        var csv = new StringBuilder();
        Line(csv,
        [
            .. new[]
            {
                "Policy", "Controller", "Purpose", "Basis", "Subjects", "Data", "Recipients", "Transfers", "Retention", "Security", "Clauses",
            }.Select(column => words.Say($"Csv.{column}")),
        ]);
        foreach (var policy in report.Policies)
            foreach (var one in policy.Register)
                Line(csv,
                [
                    policy.Name, string.Join("; ", words.Controller(policy.Controller)), one.Purpose.Label,
                    string.Join("; ", new[] { one.Basis?.Label, one.Interest }.OfType<string>().Concat(one.Conditions)),
                    Labels(one.Subjects), Labels(one.Categories), string.Join("; ", one.Recipients.Select(who => who.Recipient.Label)),
                    string.Join("; ", one.Recipients.Where(who => who.Where is not null).Select(who => $"{who.Recipient.Label}: {who.Where}")),
                    string.Join("; ", one.Retention.Select(time => words.Say("Report.Register.Time", time.Says, words.List(time.Categories)))),
                    Labels(one.Protections), string.Join("; ", one.Origin.Clauses),
                ]);
        return csv.ToString();
    }

    private static string Labels(ImmutableArray<Named> names) => string.Join("; ", names.Select(name => name.Label));

    private static void Line(StringBuilder csv, string[] cells) =>
        csv.Append(string.Join(",", cells.Select(Cell))).Append('\n');

    private static string Cell(string text)
    {
        if (text.Length > 0 && Formula.IndexOf(text[0]) >= 0)
            text = "'" + text;
        return text.IndexOfAny(['"', ',', ';', '\n', '\r']) < 0 ? text : "\"" + text.Replace("\"", "\"\"") + "\"";
    }
}
