using System.Text.Json;
using PolicyAsCode.Cli.Output;
using PolicyAsCode.Language.Tracing;
using PolicyAsCode.Reports.Results;

namespace PolicyAsCode.Cli.Tracing;

/// <summary>Traces for other tools: all that the text says, without its words.</summary>
internal static class TraceJson
{
    /// <summary>Writes the traces of some policies.</summary>
    public static void Write(IEnumerable<(string Policy, PolicyTrace Trace)> traces, TestResults tests, CommandHost host) =>
        JsonText.Write(host, json =>
        {
            json.WriteStartArray();
            foreach (var (policy, trace) in traces)
            {
                json.WriteStartObject();
                json.WriteString("policy", policy);
                json.WriteBoolean("hasNotice", trace.HasNotice);
                if (tests.HasRead)
                    Write(tests, host, json);
                json.WriteStartArray("clauses");
                foreach (var clause in trace.Clauses)
                    Write(clause, tests, json);
                json.WriteEndArray();
                json.WriteStartArray("decisions");
                foreach (var one in trace.Decisions)
                    Write(one, json);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });

    private static void Write(TestResults tests, CommandHost host, Utf8JsonWriter json)
    {
        json.WriteStartObject("results");
        if (tests.From != default)
        {
            json.WriteString("from", tests.From.UtcDateTime);
            json.WriteString("to", tests.To.UtcDateTime);
        }
        Texts("files", tests.Read.Select(PathOf), json);
        json.WriteStartArray("leftOut");
        foreach (var one in tests.LeftOut)
        {
            json.WriteStartObject();
            json.WriteString("file", PathOf(one.File));
            json.WriteString("why", one.IsStale ? "stale" : "earlier-run");
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();

        string PathOf(ResultFile file) => Path.GetRelativePath(host.Folder, file.Path).Replace('\\', '/');
    }

    private static void Write(TracedClause clause, TestResults tests, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", clause.Id);
        json.WriteString("says", clause.Says?.ToString());
        json.WriteString("state", JsonNamingPolicy.KebabCaseLower.ConvertName(clause.State.ToString()));
        Texts("promisedBy", clause.Promised.Select(keeper => JsonNamingPolicy.KebabCaseLower.ConvertName(keeper.ToString())), json);
        Texts("keptBy", clause.KeptBy, json);
        json.WriteStartArray("statements");
        foreach (var one in clause.Statements)
            Write(one, json);
        json.WriteEndArray();
        json.WriteStartArray("policyTests");
        foreach (var test in clause.Tests)
            Write(test.Location, json);
        json.WriteEndArray();
        json.WriteStartArray("codeTests");
        foreach (var test in tests.Of(clause.Id))
        {
            json.WriteStartObject();
            json.WriteString("name", test.Name);
            json.WriteBoolean("ran", test.Outcome != TestOutcome.NotRun);
            json.WriteBoolean("passed", test.Outcome == TestOutcome.Passed);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (tests.HasRead)
            json.WriteBoolean("isShown", tests.IsShown(clause.Id));
        json.WriteEndObject();
    }

    private static void Write(TracedStatement one, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("section", one.Section);
        json.WriteString("name", one.Name);
        json.WriteBoolean("isDecision", one.Statement.IsDecision);
        json.WriteBoolean("isVacuous", one.IsVacuous);
        Texts("keptBy", one.KeptBy, json);
        json.WritePropertyName("at");
        Write(one.Statement.Location, json);
        json.WriteStartArray("boundAt");
        foreach (var binding in one.Bindings)
            Write(binding, json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(FileLocation location, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("path", location.Path);
        json.WriteNumber("line", location.Range.Start.Line + 1);
        json.WriteNumber("column", location.Range.Start.Column + 1);
        json.WriteEndObject();
    }

    private static void Texts(string name, IEnumerable<string> texts, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
