using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>The words of messages to people, in the languages that there are; English for every other.</summary>
internal sealed class NoticeCatalog
{
    private const string Fallback = "en";

    private static readonly FrozenDictionary<string, NoticeCatalog> s_all = new[]
    {
        Read(Fallback, "messages/Notices.resources", "en-GB"), Read("id", "messages/Notices.id.resources", "id-ID"),
    }.ToFrozenDictionary(catalog => catalog.Language, StringComparer.OrdinalIgnoreCase);

    private readonly FrozenDictionary<string, string> _texts;

    private NoticeCatalog(string language, CultureInfo culture, FrozenDictionary<string, string> texts) =>
        (Language, Culture, _texts) = (language, culture, texts);

    public static IEnumerable<NoticeCatalog> All => s_all.Values;

    public string Language { get; }

    /// <summary>How dates and numbers are written.</summary>
    public CultureInfo Culture { get; }

    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>The catalog for <c>id</c>, <c>id-ID</c>; English where there is none.</summary>
    public static NoticeCatalog In(string language) =>
        s_all.TryGetValue(language.Split('-', '_')[0], out var catalog) ? catalog : s_all[Fallback];

    public string this[string key] => _texts[key];

    public string Format(string key, params ReadOnlySpan<object?> arguments) =>
        string.Format(Culture, _texts[key], arguments);

    private static NoticeCatalog Read(string language, string resource, string culture)
    {
        using var reader = new ResourceReader(typeof(NoticeCatalog).Assembly.GetManifestResourceStream(resource)!);
        var texts = reader.Cast<DictionaryEntry>().ToFrozenDictionary(
            entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
        return new(language, Known(culture), texts);
    }

    // A process without the data of cultures (InvariantGlobalization) writes dates as it can.
    private static CultureInfo Known(string culture)
    {
        try
        {
            return CultureInfo.GetCultureInfo(culture);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }
}
