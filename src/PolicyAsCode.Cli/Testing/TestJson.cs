using PolicyAsCode.Cli.Output;

namespace PolicyAsCode.Cli.Testing;

/// <summary>Tests for programs.</summary>
internal static class TestJson
{
    /// <summary>Writes it.</summary>
    public static void Write(TestReport report, CommandHost host) => JsonText.Write(host, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("policies");
        foreach (var policy in report.Policies)
        {
            json.WriteStartObject();
            json.WriteString("name", policy.Name);
            json.WriteNumber("expectations", policy.Results.Length);
            json.WriteNumber("failed", policy.Failed.Count());
            json.WriteNumber("mistakes", policy.Mistakes.Length);
            json.WriteStartArray("results");
            foreach (var result in policy.Results)
            {
                json.WriteStartObject();
                json.WriteString("file", result.Expectation.Location.Path);
                json.WriteNumber("line", result.Expectation.Location.Range.Start.Line + 1);
                json.WriteBoolean("passed", result.Passed);
                json.WriteString("answer", WordOf(result.Answer));
                json.WriteString("reason", result.Reason.In(report.Language));
                if (result.Decided is { } decided)
                {
                    json.WriteString("decidedIn", decided.Path);
                    json.WriteNumber("decidedAt", decided.Range.Start.Line + 1);
                }
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static string WordOf(Language.Testing.Answer answer) => answer switch
    {
        Language.Testing.Answer.Allowed => "allowed",
        Language.Testing.Answer.Refused => "refused",
        _ => "unknown",
    };
}
