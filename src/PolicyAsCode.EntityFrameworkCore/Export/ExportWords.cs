using System.Collections;
using System.Collections.Frozen;
using System.ComponentModel;
using System.Globalization;
using System.Resources;
using System.Text;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>The words of a copy, in the languages that there are.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ExportWords
{
    private static readonly ExportWords s_english = new("en", "messages/Export.resources");
    private static readonly ExportWords s_indonesian = new("id", "messages/Export.id.resources");

    private readonly FrozenDictionary<string, string> _texts;

    private ExportWords(string language, string resource)
    {
        Language = language;
        using var reader = new ResourceReader(typeof(ExportWords).Assembly.GetManifestResourceStream(resource)!);
        _texts = reader.Cast<DictionaryEntry>().ToFrozenDictionary(
            entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
    }

    /// <summary>The language: <c>en</c> or <c>id</c>.</summary>
    public string Language { get; }

    /// <summary>Whether it is Indonesian.</summary>
    public bool IsIndonesian => ReferenceEquals(this, s_indonesian);

    internal IEnumerable<string> Keys => _texts.Keys;

    /// <summary>The words for <c>id</c>, <c>id-ID</c>; English where there are none.</summary>
    public static ExportWords In(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return language.Split('-', '_')[0].Equals("id", StringComparison.OrdinalIgnoreCase) ? s_indonesian : s_english;
    }

    /// <summary>What something is called; the word itself where there is no other.</summary>
    internal string Of(string area, string word) => _texts.GetValueOrDefault($"{area}.{word}", word);

    internal string Text(string key, params ReadOnlySpan<object?> arguments) =>
        string.Format(CultureInfo.InvariantCulture, _texts[key], arguments);

    /// <summary>A length of time as the policy writes it, <c>2 years</c>.</summary>
    internal string Duration(string duration)
    {
        var space = duration.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? duration : $"{duration[..space]} {Of("Unit", duration[(space + 1)..])}";
    }

    /// <summary>A name of the code as people write it: <c>DeliveryAddress</c> is "Delivery address".</summary>
    internal static string Humanised(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var letter = name[i];
            if (letter is '.' or '_')
            {
                text.Append(' ');
                continue;
            }

            var begins = char.IsUpper(letter)
                && (i == 0 || !char.IsUpper(name[i - 1]) || i + 1 < name.Length && char.IsLower(name[i + 1]));
            if (begins && text.Length > 0 && text[^1] != ' ')
                text.Append(' ');
            // A word of capitals stays one: VAT, IBAN.
            var isShout = i + 1 < name.Length && char.IsUpper(name[i + 1]) || i > 0 && char.IsUpper(name[i - 1]) && !begins;
            text.Append(begins && text.Length > 0 && !isShout ? char.ToLowerInvariant(letter) : text.Length == 0 ? char.ToUpperInvariant(letter) : letter);
        }

        return text.ToString();
    }
}
