using System.Text.Json;
using PolicyAsCode.Cli.Output;

namespace PolicyAsCode.Cli.Checking;

/// <summary>A check as SARIF 2.1.0, for code scanning: the rules with their help, and each finding with its region.</summary>
internal static class CheckSarif
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";
    private const string Project = "https://github.com/policy-as-code/policy-as-code";

    /// <summary>Writes it.</summary>
    public static void Write(CheckReport report, CommandHost host) => JsonText.Write(host, json =>
    {
        var rules = report.Found.Select(found => found.Id).Distinct().Order(StringComparer.Ordinal).ToList();
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "policy");
        json.WriteString("semanticVersion", ToolVersion.Current);
        json.WriteString("informationUri", Project);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
            WriteRule(rule, report.Language, json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("language", report.Language == MessageLanguage.Indonesian ? "id" : "en");
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var found in report.Found)
            WriteResult(found, rules.IndexOf(found.Id), report.Language, json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteRule(string id, MessageLanguage language, Utf8JsonWriter json)
    {
        var page = RulePage.Of(id, language);
        json.WriteStartObject();
        json.WriteString("id", id);
        WriteText("shortDescription", page?.Title ?? id, json);
        if (page is { Why.Length: > 0 })
            WriteText("fullDescription", page.Why, json);
        json.WriteString("helpUri", PolicyRules.PageOf(id));
        if (page is not null)
        {
            json.WriteStartObject("help");
            json.WriteString("text", page.Markdown);
            json.WriteString("markdown", page.Markdown);
            json.WriteEndObject();
        }
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Severities.NameOf(PolicyRules.DefaultSeverity(id)));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(PolicyDiagnostic found, int rule, MessageLanguage language, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", found.Id);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", Severities.NameOf(found.Severity));
        WriteText("message", found.MessageIn(language), json);
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", UriOf(found.Location.Path));
        json.WriteEndObject();
        if (found.Location.Range is var range && range != default)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", range.Start.Line + 1);
            json.WriteNumber("startColumn", range.Start.Column + 1);
            json.WriteNumber("endLine", range.End.Line + 1);
            json.WriteNumber("endColumn", range.End.Column + 1);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteText(string name, string text, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    // Relative to where the command ran, as code scanning wants it; an absolute path becomes a file: address.
    private static string UriOf(string path) =>
        Path.IsPathFullyQualified(path)
            ? new Uri(path).AbsoluteUri
            : string.Join('/', path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
}
