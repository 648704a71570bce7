using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Calendars;

/// <summary>The holiday calendars that come with the language; each is read when it is first asked for.</summary>
public static class HolidayCalendars
{
    private const string Folder = "calendars/";
    private const string End = ".calendar.yaml";

    /// <summary>What a policy writes to say that it counts no holidays.</summary>
    public const string NoHolidays = "none";

    private static readonly Dictionary<string, Lazy<HolidayCalendar>> s_all = All();

    /// <summary>The countries that there are, as policies write them.</summary>
    public static IEnumerable<string> Names => s_all.Keys.OrderBy(name => name, StringComparer.Ordinal);

    /// <summary>The calendar of a country, or of <c>none</c>; null where there is none.</summary>
    public static HolidayCalendar? Find(string name) =>
        name == NoHolidays ? HolidayCalendar.None : s_all.TryGetValue(name, out var calendar) ? calendar.Value : null;

    private static Dictionary<string, Lazy<HolidayCalendar>> All() =>
        typeof(HolidayCalendars).Assembly.GetManifestResourceNames()
            .Where(path => path.StartsWith(Folder, StringComparison.Ordinal))
            .ToDictionary(NameOf, path => new Lazy<HolidayCalendar>(() => Read(path)), StringComparer.Ordinal);

    private static string NameOf(string path) =>
        path.Substring(Folder.Length, path.Length - Folder.Length - End.Length).ToUpperInvariant();

    private static HolidayCalendar Read(string path)
    {
        using var reader = new StreamReader(typeof(HolidayCalendars).Assembly.GetManifestResourceStream(path)!);
        var tree = SyntaxReader.Read(path, reader.ReadToEnd());
        var mistakes = tree.Mistakes.ToList();
        var calendar = CalendarBinder.Bind(tree, mistakes);
        return mistakes.Count == 0 && calendar is not null
            ? calendar
            : throw new InvalidOperationException($"{mistakes[0].Location}: {mistakes[0].Message}");
    }
}
