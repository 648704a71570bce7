using System.Text.Json;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Tests.Schemas;

/// <summary>Reads a schema the way that an editor does, as far as keys go.</summary>
internal sealed class SchemaWalk(JsonDocument schema)
{
    private readonly JsonElement _root = schema.RootElement;

    /// <summary>Every group whose keys the schema closes, with a way to it; of keys by term the first one stands for all.</summary>
    public IEnumerable<SchemaGroup> Groups() => Groups(_root, [], []);

    /// <summary>The keys of a file that the schema does not have.</summary>
    public IEnumerable<string> Missing(SyntaxNode node) => Missing(node, [_root]);

    /// <summary>A schema without its explanations.</summary>
    public static string Structure(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Structure(document.RootElement, isExplained: true);
    }

    private static string Structure(JsonElement element, bool isExplained) => element.ValueKind switch
    {
        JsonValueKind.Object => string.Join(" ", element.EnumerateObject()
            .Where(member => !isExplained || member.Name is not ("title" or "description" or "patternErrorMessage" or "enumDescriptions"))
            .Select(member => $"{member.Name}:{{{Structure(member.Value, member.Name is not ("properties" or "definitions"))}}}")),
        JsonValueKind.Array => string.Join(" ", element.EnumerateArray().Select(one => Structure(one, isExplained: true))),
        _ => element.ToString(),
    };

    private IEnumerable<SchemaGroup> Groups(JsonElement element, string[] way, string[] passed)
    {
        if (element.TryGetProperty("$ref", out var reference))
        {
            if (passed.Contains(reference.GetString()))
                return [];
            passed = [.. passed, reference.GetString()!];
            element = Resolve(element);
        }
        if (Alternatives(element) is { } alternatives)
            return alternatives.SelectMany(one => Groups(one, way, passed));
        if (element.TryGetProperty("items", out var items))
            return Groups(items, [.. way, SchemaGroup.Item], passed);

        var found = new List<SchemaGroup>();
        if (element.TryGetProperty("properties", out var properties))
        {
            var members = properties.EnumerateObject().ToArray();
            found.Add(new(way, [.. members.Select(member => member.Name)]));
            // Terms of a kind share what is said of them.
            var byContent = members.GroupBy(member => member.Value.TryGetProperty("$ref", out var shared) ? shared.GetString()! : member.Name);
            foreach (var member in byContent.Select(same => same.First()))
                found.AddRange(Groups(member.Value, [.. way, member.Name], passed));
        }
        if (element.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object)
            found.AddRange(Groups(others, [.. way, "any-name"], passed));
        return found;
    }

    private IEnumerable<string> Missing(SyntaxNode node, JsonElement[] schemas)
    {
        var all = schemas.SelectMany(Flat).ToArray();
        switch (node)
        {
            case SequenceNode list:
                var items = all.Where(one => one.TryGetProperty("items", out _)).Select(one => one.GetProperty("items")).ToArray();
                return list.Items.SelectMany(item => Missing(item, items));
            case MappingNode group:
                return group.Entries.SelectMany(entry =>
                {
                    var values = all.SelectMany(one => Value(one, entry.Key.Value)).ToArray();
                    return values.Length == 0 ? [entry.Key.Value] : Missing(entry.Value, values);
                });
            default:
                return [];
        }
    }

    private static IEnumerable<JsonElement> Value(JsonElement schema, string key)
    {
        if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(key, out var value))
            yield return value;
        else if (schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object)
            yield return others;
    }

    private IEnumerable<JsonElement> Flat(JsonElement element)
    {
        element = Resolve(element);
        return Alternatives(element)?.SelectMany(Flat) ?? [element];
    }

    private static IEnumerable<JsonElement>? Alternatives(JsonElement element) =>
        element.TryGetProperty("oneOf", out var choices) ? choices.EnumerateArray() : null;

    private JsonElement Resolve(JsonElement element) => element.TryGetProperty("$ref", out var reference)
        ? _root.GetProperty("definitions").GetProperty(reference.GetString()!["#/definitions/".Length..])
        : element;
}

/// <summary>A group of a file, and the keys that it may have.</summary>
/// <param name="Way">The keys above it; <see cref="Item"/> for an item of a list.</param>
/// <param name="Keys">Its keys.</param>
internal sealed record SchemaGroup(string[] Way, string[] Keys)
{
    public const string Item = "-";

    /// <summary>A file that has some keys in this group.</summary>
    public string Yaml(string kind, params string[] keys)
    {
        var value = $"{{ {string.Join(", ", keys.Distinct().Select(key => $"{key}: x"))} }}";
        foreach (var above in Way.Reverse())
            value = above == Item ? $"[{value}]" : $"{{ {above}: {value} }}";
        return Way.Length == 0
            ? string.Concat(keys.Append(kind).Distinct().Select(key => $"{key}: x\n"))
            : $"{(Way[0] == kind ? "" : $"{kind}: x\n")}{value[1..^1].Trim()}\n";
    }

    public override string ToString() => string.Join(" > ", Way);
}
