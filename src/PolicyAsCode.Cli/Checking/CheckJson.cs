using PolicyAsCode.Cli.Output;

namespace PolicyAsCode.Cli.Checking;

/// <summary>A check for programs; documented in docs/command-line.md.</summary>
internal static class CheckJson
{
    /// <summary>Writes it.</summary>
    public static void Write(CheckReport report, CommandHost host) => JsonText.Write(host, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("policies");
        foreach (var policy in report.Policies)
            json.WriteStringValue(policy);
        json.WriteEndArray();
        json.WriteString("asOf", report.AsOf.ToString());
        json.WriteNumber("errors", report.Errors);
        json.WriteNumber("warnings", report.Warnings);
        json.WriteNumber("notes", report.Notes);
        json.WriteStartArray("findings");
        foreach (var found in report.Found)
        {
            var range = found.Location.Range;
            json.WriteStartObject();
            json.WriteString("rule", found.Id);
            json.WriteString("severity", Severities.NameOf(found.Severity));
            json.WriteString("message", found.MessageIn(report.Language));
            json.WriteString("file", found.Location.Path);
            if (range != default)
            {
                json.WriteNumber("line", range.Start.Line + 1);
                json.WriteNumber("column", range.Start.Column + 1);
                json.WriteNumber("endLine", range.End.Line + 1);
                json.WriteNumber("endColumn", range.End.Column + 1);
            }
            json.WriteString("help", PolicyRules.PageOf(found.Id));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
