using System.Text.Json;
using PolicyAsCode.Cli.Output;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Cli.Comparing;

/// <summary>Differences for programs.</summary>
internal static class DiffJson
{
    /// <summary>Writes it.</summary>
    public static void Write(DiffReport report, CommandHost host) => JsonText.Write(host, json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("needsNewVersion", report.NeedsNewVersion);
        json.WriteStartArray("policies");
        foreach (var policy in report.Policies)
        {
            json.WriteStartObject();
            json.WriteString("name", policy.Name);
            if (policy.Difference is { } difference)
            {
                json.WriteNumber("oldVersion", difference.Old.Header.Version);
                json.WriteNumber("newVersion", difference.New.Header.Version);
                json.WriteBoolean("material", difference.Material.Any());
                json.WriteBoolean("needsNewVersion", difference.NeedsNewVersion);
                json.WriteStartArray("changes");
                foreach (var change in difference.Changes)
                {
                    json.WriteStartObject();
                    json.WriteString("part", change.Part.ToString().ToLowerInvariant());
                    json.WriteString("key", change.Key);
                    json.WriteString("field", change.Field);
                    json.WriteString("direction", change.Direction.ToString().ToLowerInvariant());
                    json.WriteBoolean("material", change.IsMaterial);
                    json.WriteString("text", change.Text.In(report.Language));
                    WritePlace(json, "old", change.Old);
                    WritePlace(json, "new", change.New);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            }
            else
                json.WriteString("only", policy.IsNew ? "new" : "old");
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WritePlace(Utf8JsonWriter json, string name, FileLocation? place)
    {
        if (place is null)
            return;
        json.WriteStartObject(name);
        json.WriteString("file", place.Path);
        json.WriteNumber("line", place.Range.Start.Line + 1);
        json.WriteEndObject();
    }
}
