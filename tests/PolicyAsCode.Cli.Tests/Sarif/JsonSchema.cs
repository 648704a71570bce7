using System.Text.Json;
using System.Text.RegularExpressions;

namespace PolicyAsCode.Cli.Tests.Sarif;

/// <summary>
/// As much of JSON Schema as the schema of SARIF uses. A keyword that is not known here is an error: what is not checked
/// would pass unseen.
/// </summary>
internal sealed class JsonSchema(JsonElement root)
{
    private static readonly string[] s_told =
        ["$schema", "title", "description", "default", "definitions", "id", "$id", "$comment"];

    /// <summary>What in a document does not fit, each with its place.</summary>
    public IReadOnlyList<string> MistakesIn(JsonElement document)
    {
        var mistakes = new List<string>();
        Check(document, root, "$", mistakes);
        return mistakes;
    }

    private void Check(JsonElement value, JsonElement schema, string at, List<string> mistakes)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            var wants = keyword.Value;
            switch (keyword.Name)
            {
                case "$ref":
                    Check(value, Definition(wants.GetString()!), at, mistakes);
                    break;
                case "type":
                    Expect(wants.ValueKind == JsonValueKind.Array
                        ? wants.EnumerateArray().Any(type => Is(value, type.GetString()!)) : Is(value, wants.GetString()!), $"is no {wants}");
                    break;
                case "enum":
                    Expect(wants.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)), $"is none of {wants}");
                    break;
                case "required" when value.ValueKind == JsonValueKind.Object:
                    foreach (var name in wants.EnumerateArray())
                        Expect(value.TryGetProperty(name.GetString()!, out _), $"lacks {name}");
                    break;
                case "properties" when value.ValueKind == JsonValueKind.Object:
                    foreach (var property in wants.EnumerateObject())
                        if (value.TryGetProperty(property.Name, out var own))
                            Check(own, property.Value, $"{at}.{property.Name}", mistakes);
                    break;
                case "additionalProperties" when value.ValueKind == JsonValueKind.Object:
                    foreach (var property in value.EnumerateObject().Where(one => !IsListed(schema, one.Name)))
                        if (wants.ValueKind == JsonValueKind.False)
                            mistakes.Add($"{at}: has {property.Name}");
                        else if (wants.ValueKind == JsonValueKind.Object)
                            Check(property.Value, wants, $"{at}.{property.Name}", mistakes);
                    break;
                case "items" when value.ValueKind == JsonValueKind.Array:
                    foreach (var (item, index) in value.EnumerateArray().Select((item, index) => (item, index)))
                        Check(item, wants, $"{at}[{index}]", mistakes);
                    break;
                case "minItems" when value.ValueKind == JsonValueKind.Array:
                    Expect(value.GetArrayLength() >= wants.GetInt32(), $"has fewer than {wants}");
                    break;
                case "uniqueItems" when value.ValueKind == JsonValueKind.Array && wants.GetBoolean():
                    var items = value.EnumerateArray().ToArray();
                    Expect(!items.Where((one, i) => items.Take(i).Any(other => JsonElement.DeepEquals(one, other))).Any(), "has one twice");
                    break;
                case "minimum" when value.ValueKind == JsonValueKind.Number:
                    Expect(value.GetDouble() >= wants.GetDouble(), $"is below {wants}");
                    break;
                case "maximum" when value.ValueKind == JsonValueKind.Number:
                    Expect(value.GetDouble() <= wants.GetDouble(), $"is above {wants}");
                    break;
                case "pattern" when value.ValueKind == JsonValueKind.String:
                    Expect(Regex.IsMatch(value.GetString()!, wants.GetString()!), $"is not like {wants}");
                    break;
                case "format" when value.ValueKind == JsonValueKind.String:
                    Expect(HasFormat(value.GetString()!, wants.GetString()!), $"is no {wants}");
                    break;
                case "anyOf":
                    Expect(wants.EnumerateArray().Any(one => Fits(value, one)), "is none of what it may be");
                    break;
                case "oneOf":
                    Expect(wants.EnumerateArray().Count(one => Fits(value, one)) == 1, "is not exactly one of what it may be");
                    break;
                case "required" or "properties" or "additionalProperties" or "items" or "minItems" or "uniqueItems" or "minimum"
                    or "maximum" or "pattern" or "format":
                    break; // said of values of another kind
                default:
                    Assert.Contains(keyword.Name, s_told);
                    break;
            }

            void Expect(bool holds, string otherwise)
            {
                if (!holds)
                    mistakes.Add($"{at}: {otherwise}");
            }
        }
    }

    private bool Fits(JsonElement value, JsonElement schema)
    {
        var mistakes = new List<string>();
        Check(value, schema, "", mistakes);
        return mistakes.Count == 0;
    }

    private JsonElement Definition(string reference) =>
        reference.Split('/').Skip(1).Aggregate(root, (at, name) => at.GetProperty(name));

    private static bool IsListed(JsonElement schema, string name) =>
        schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out _);

    private static bool Is(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    private static bool HasFormat(string text, string format) => format switch
    {
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        "uri-reference" => Uri.IsWellFormedUriString(text, UriKind.RelativeOrAbsolute),
        "date-time" => DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };
}
