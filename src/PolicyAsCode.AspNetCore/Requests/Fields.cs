using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PolicyAsCode.AspNetCore;

/// <summary>What was sent with a form, or as a JSON object of texts.</summary>
internal sealed class Fields
{
    private readonly Dictionary<string, string> _values;

    private Fields(Dictionary<string, string> values) => _values = values;

    public static Fields None { get; } = new([]);

    /// <summary>A value without blanks around it; null where there is none.</summary>
    public string? this[string name] =>
        _values.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    public static async Task<Fields> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (request.HasJsonContentType())
        {
            using var json = await JsonDocument.ParseAsync(request.Body, default, cancel).ConfigureAwait(false);
            try
            {
                if (json.RootElement.ValueKind == JsonValueKind.Object)
                    foreach (var property in json.RootElement.EnumerateObject())
                        if (property.Value.ValueKind == JsonValueKind.String)
                            values[property.Name] = property.Value.GetString()!;
            }
            catch (InvalidOperationException error)
            {
                throw new InvalidDataException("Half a character is no text.", error);
            }
        }
        else if (request.HasFormContentType)
        {
            foreach (var (name, value) in await request.ReadFormAsync(cancel).ConfigureAwait(false))
                values[name] = value.ToString();
        }

        // Databases do not take them, and what they do then must not depend on who is on record.
        if (values.Values.Any(value => value.Any(IsRefused)))
            throw new InvalidDataException("Control characters are no text.");
        return new(values);
    }

    private static bool IsRefused(char letter) => char.IsControl(letter) && letter is not ('\r' or '\n' or '\t');
}
