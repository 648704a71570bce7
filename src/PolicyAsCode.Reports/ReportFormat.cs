using PolicyAsCode.Reports.Html;
using PolicyAsCode.Reports.Model;
using PolicyAsCode.Reports.Text;

namespace PolicyAsCode.Reports;

/// <summary>How a report is written. A new format is a file of its own, and a line here.</summary>
internal static class ReportFormat
{
    /// <summary>The formats, and how their files end.</summary>
    public static ImmutableArray<(string Name, string End)> All { get; } =
        [("html", ".html"), ("markdown", ".md"), ("csv", ".csv"), ("json", ".json")];

    /// <summary>The report in a format.</summary>
    public static string Write(PrivacyReport report, string format) => format switch
    {
        "html" => ReportPage.Write(report),
        "markdown" => ReportMarkdown.Write(report),
        "csv" => ReportCsv.Write(report),
        "json" => ReportJson.Write(report),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };
}
