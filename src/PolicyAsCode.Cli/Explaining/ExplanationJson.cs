using System.Text.Json;
using PolicyAsCode.Cli.Output;

namespace PolicyAsCode.Cli.Explaining;

/// <summary>An explanation for programs; documented in docs/command-line.md.</summary>
internal static class ExplanationJson
{
    /// <summary>Writes it.</summary>
    public static void Write(PolicyModel policy, Question question, Explanation explanation, CommandHost host) =>
        JsonText.Write(host, json =>
        {
            json.WriteStartObject();
            json.WriteString("policy", policy.Header.Name);
            json.WriteString("data", question.Category.Key);
            json.WriteString("purpose", question.Purpose.Key);
            WriteOptional("recipient", question.Recipient?.Key, json);
            WriteOptional("of", question.Subject?.Key, json);
            WriteOptional("as", question.As?.ToString().ToLowerInvariant(), json);
            WriteTerms("given", question.Given, json);
            json.WriteString("outcome", explanation.Outcome switch
            {
                Outcome.Allowed => "allowed",
                Outcome.Violation => "refused",
                _ => "unknown",
            });
            WriteTerms("needs", explanation.Needs, json);
            json.WriteString("answer", explanation.Answer);
            json.WriteStartArray("lines");
            foreach (var line in explanation.Lines)
            {
                json.WriteStartObject();
                json.WriteString("file", line.Location.Path);
                json.WriteNumber("line", line.Location.Range.Start.Line + 1);
                json.WriteString("says", line.Says);
                json.WriteString("source", line.Source);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });

    private static void WriteOptional(string name, string? value, Utf8JsonWriter json)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static void WriteTerms(string name, ImmutableArray<Term> terms, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var term in terms)
            json.WriteStringValue(term.Key);
        json.WriteEndArray();
    }
}
