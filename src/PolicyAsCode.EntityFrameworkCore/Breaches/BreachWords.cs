using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>The words of a report on a breach, in the languages that there are.</summary>
internal sealed class BreachWords
{
    private static readonly BreachWords s_english = new("messages/Breach.resources");
    private static readonly BreachWords s_indonesian = new("messages/Breach.id.resources");

    private readonly FrozenDictionary<string, string> _texts;

    private BreachWords(string resource)
    {
        using var reader = new ResourceReader(typeof(BreachWords).Assembly.GetManifestResourceStream(resource)!);
        _texts = reader.Cast<DictionaryEntry>().ToFrozenDictionary(
            entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
    }

    public IEnumerable<string> Keys => _texts.Keys;

    public static BreachWords In(string language) =>
        language.Split('-', '_')[0].Equals("id", StringComparison.OrdinalIgnoreCase) ? s_indonesian : s_english;

    public string Text(string key, params ReadOnlySpan<object?> arguments) =>
        string.Format(CultureInfo.InvariantCulture, _texts[key], arguments);
}
