using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using Microsoft.AspNetCore.Http;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore;

/// <summary>The words of the pages, in the languages that there are.</summary>
internal sealed class PageCatalog
{
    public const string English = "en";

    private static readonly FrozenDictionary<string, PageCatalog> s_all = new[]
    {
        Read(English, "messages/Pages.resources", "en-GB"), Read("id", "messages/Pages.id.resources", "id-ID"),
    }.ToFrozenDictionary(catalog => catalog.Language, StringComparer.OrdinalIgnoreCase);

    private readonly FrozenDictionary<string, string> _texts;

    private PageCatalog(string language, CultureInfo culture, FrozenDictionary<string, string> texts) =>
        (Language, Culture, _texts) = (language, culture, texts);

    public static IEnumerable<PageCatalog> All => s_all.Values;

    public string Language { get; }

    /// <summary>How dates and numbers are written.</summary>
    public CultureInfo Culture { get; }

    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>The catalog of a language; null where there is none.</summary>
    public static PageCatalog? Find(string? language) =>
        language is not null && s_all.TryGetValue(language.Split('-', '_')[0], out var catalog) ? catalog : null;

    /// <summary>The language that an address asks for (<c>?lang=id</c>), or else the browser's; else the application's.</summary>
    public static PageCatalog Of(HttpRequest request, string otherwise) =>
        Find(request.Query["lang"].ToString())
        ?? request.GetTypedHeaders().AcceptLanguage.OrderByDescending(accepted => accepted.Quality ?? 1)
            .Where(accepted => accepted.Quality != 0).Select(accepted => Find(accepted.Value.Value)).FirstOrDefault(found => found is not null)
        ?? s_all[otherwise];

    public string this[string key] => _texts[key];

    public string Format(string key, params ReadOnlySpan<object?> arguments) => string.Format(Culture, _texts[key], arguments);

    public string Right(PrivacyRight right) => this[$"Right.{right}"];

    public string Word(IEnumerable<PageWord> words, string term) =>
        words.FirstOrDefault(word => word.Term == term) is { } known
            ? Language == English ? known.English : known.Indonesian
            : term;

    public string Time(AnswerTime time) =>
        Format(time.Count == 1 ? $"Time.One.{time.Unit}" : $"Time.Many.{time.Unit}", time.Count);

    public string Day(DateOnly day) => day.ToString("d MMMM yyyy", Culture);

    public string Moment(DateTimeOffset moment, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(moment, zone).ToString("d MMMM yyyy, HH:mm", Culture);

    private static PageCatalog Read(string language, string resource, string culture)
    {
        using var reader = new ResourceReader(typeof(PageCatalog).Assembly.GetManifestResourceStream(resource)!);
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
