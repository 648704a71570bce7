using System.Text.Json;
using PolicyAsCode.Cli.Output;

namespace PolicyAsCode.Cli.Scanning;

/// <summary>
/// A scan as SARIF 2.1.0: each finding with the way of the data as a code flow, the policy's lines as related places, and
/// what a waiver silences as suppressed.
/// </summary>
internal static class ScanSarif
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";
    private const string Project = "https://github.com/policy-as-code/policy-as-code";
    private const string RootName = "SRCROOT";

    /// <summary>Writes it.</summary>
    public static string Of(ScanReport report)
    {
        using var bytes = new MemoryStream();
        JsonText.Write(bytes, json => Write(report, json));
        return Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)) + "\n";
    }

    private static void Write(ScanReport report, Utf8JsonWriter json)
    {
        var language = report.Request.Language;
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
            WriteRule(rule, language, json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("language", language == MessageLanguage.Indonesian ? "id" : "en");
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(RootName);
        json.WriteString("uri", new Uri(report.Request.Root.TrimEnd('/', '\\') + "/").AbsoluteUri);
        json.WriteEndObject();
        json.WriteEndObject();
        WriteUnseen(report, json);
        json.WriteStartArray("results");
        var paths = new ShownPaths(report.Request);
        foreach (var found in report.Found)
            WriteResult(found, rules.IndexOf(found.Id), paths, report.Request, json);
        json.WriteEndArray();
        json.WriteStartObject("properties");
        foreach (var outcome in Enum.GetValues<Outcome>())
            json.WriteNumber(NameOf(outcome), report.Found.Count(one => one.Outcome == outcome));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // A reader of the findings must know where nobody could look.
    private static void WriteUnseen(ScanReport report, Utf8JsonWriter json)
    {
        var words = new Words(report.Request.Language);
        List<string> notes =
        [
            .. report.Code.BuildErrors.Select(error => words.Say("Scan.BuildFailed", error)),
            .. report.MissingPackages.Select(package => words.Say("Scan.MissingPackage", package)),
            .. report.Unbound.Select(one => words.Say("Scan.UnboundIn", one.Project, one.Count)),
            .. report.Failures.Select(failure => words.Say("Scan.Failure", failure)),
        ];
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", report.Failures.IsEmpty && report.Code.BuildErrors.IsEmpty);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var note in notes)
        {
            json.WriteStartObject();
            json.WriteString("level", "warning");
            WriteText("message", note, json);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteRule(string id, MessageLanguage language, Utf8JsonWriter json)
    {
        var page = RulePage.Of(id, language);
        var title = page?.Title ?? RuleTitles.Of(id, language);
        var why = page?.Why ?? RuleTitles.DescriptionOf(id, language);
        json.WriteStartObject();
        json.WriteString("id", id);
        WriteText("shortDescription", title.Length > 0 ? title : id, json);
        if (why.Length > 0)
            WriteText("fullDescription", why, json);
        json.WriteString("helpUri", PolicyRules.PageOf(id));
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Severities.NameOf(PolicyRules.DefaultSeverity(id)));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(
        ScanFinding found, int rule, ShownPaths paths, ScanRequest request, Utf8JsonWriter json)
    {
        var words = new Words(request.Language);
        json.WriteStartObject();
        json.WriteString("ruleId", found.Id);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", Severities.NameOf(found.Severity));
        WriteText("message", found.Message, json);
        json.WriteStartArray("locations");
        if (found.At is { } at)
            WriteLocation(at, message: null, id: null, paths, request, json);
        json.WriteEndArray();
        if (!found.Because.IsEmpty)
        {
            json.WriteStartArray("relatedLocations");
            for (var i = 0; i < found.Because.Length; i++)
                WriteLocation(found.Because[i], words.Say("Scan.Decides"), i, paths, request, json);
            json.WriteEndArray();
        }
        if (found is { Way.IsEmpty: false, At: { } end })
            WriteFlow(found.Way, end, words, paths, request, json);
        json.WriteStartArray("suppressions");
        if (found.Outcome is Outcome.Waived or Outcome.Accepted)
        {
            json.WriteStartObject();
            json.WriteString("kind", "external");
            json.WriteString("status", "accepted");
            json.WriteString("justification", words.Say(found.IsWaived ? "Scan.IsWaived" : "Scan.IsAccepted"));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("properties");
        json.WriteString("outcome", NameOf(found.Outcome));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFlow(
        ImmutableArray<Place> way, Place end, Words words, ShownPaths paths, ScanRequest request, Utf8JsonWriter json)
    {
        json.WriteStartArray("codeFlows");
        json.WriteStartObject();
        json.WriteStartArray("threadFlows");
        json.WriteStartObject();
        json.WriteStartArray("locations");
        foreach (var place in way.Where(place => place != end).Append(end))
        {
            json.WriteStartObject();
            json.WritePropertyName("location");
            WriteLocation(place, words.Say(place == end ? "Scan.Arrives" : "Scan.ComesFrom"), id: null, paths, request, json);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteLocation(
        Place place, string? message, int? id, ShownPaths paths, ScanRequest request, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (id is { } number)
            json.WriteNumber("id", number);
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        var full = Path.GetFullPath(place.Path, request.Folder);
        if (paths.BelowRoot(full) is { } below)
        {
            json.WriteString("uri", string.Join('/', below.Split('/').Select(Uri.EscapeDataString)));
            json.WriteString("uriBaseId", RootName);
        }
        else
        {
            json.WriteString("uri", new Uri(full).AbsoluteUri);
        }
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", place.Line + 1);
        json.WriteNumber("startColumn", place.Column + 1);
        json.WriteNumber("endLine", place.EndLine + 1);
        json.WriteNumber("endColumn", place.EndColumn + 1);
        json.WriteEndObject();
        json.WriteEndObject();
        if (message is not null)
            WriteText("message", message, json);
        json.WriteEndObject();
    }

    private static void WriteText(string name, string text, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string NameOf(Outcome outcome) => outcome switch
    {
        Outcome.Violation => "violation",
        Outcome.Gap => "gap",
        Outcome.Vacuous => "vacuous",
        Outcome.Waived => "waived",
        _ => "accepted",
    };
}
