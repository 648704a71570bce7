using System.Collections.Immutable;

namespace PolicyAsCode.Language;

/// <summary>
/// Countries by their ISO 3166-1 alpha-2 codes, and the blocs that policies name: <c>EU</c>, <c>EEA</c> and
/// <c>worldwide</c>.
/// </summary>
public static class Regions
{
    /// <summary>The European Union.</summary>
    public const string Union = "EU";

    /// <summary>The European Economic Area: the Union, Iceland, Liechtenstein and Norway.</summary>
    public const string EconomicArea = "EEA";

    /// <summary>Everywhere.</summary>
    public const string Worldwide = "worldwide";

    private static readonly ImmutableArray<string> s_union =
    [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
        "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    ];

    private static readonly ImmutableArray<string> s_economicArea = [.. s_union, "IS", "LI", "NO"];

    // What people write who know no ISO code; names of countries are compared as well.
    private static readonly Dictionary<string, string> s_otherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UK"] = "GB",
        ["Great Britain"] = "GB",
        ["Inggris"] = "GB",
        ["USA"] = "US",
        ["Holland"] = "NL",
        ["China"] = "CN",
        ["Cina"] = "CN",
        ["Tiongkok"] = "CN",
        ["Hong Kong"] = "HK",
        ["Türkiye"] = "TR",
        ["Korea"] = "KR",
        ["European Union"] = Union,
        ["Uni Eropa"] = Union,
        ["Europe"] = EconomicArea,
        ["Eropa"] = EconomicArea,
        ["European Economic Area"] = EconomicArea,
        ["Wilayah Ekonomi Eropa"] = EconomicArea,
        ["world"] = Worldwide,
        ["global"] = Worldwide,
        ["everywhere"] = Worldwide,
        ["seluruh dunia"] = Worldwide,
    };

    private static readonly Lazy<Country[]> s_countries = new(Read);

    private static readonly Lazy<HashSet<string>> s_codes =
        new(() => new(s_countries.Value.Select(country => country.Code), StringComparer.Ordinal));

    /// <summary>All codes, in their order, and then the blocs.</summary>
    public static ImmutableArray<string> All =>
        [.. s_countries.Value.Select(country => country.Code), Union, EconomicArea, Worldwide];

    /// <summary>Whether it is a country's code or a bloc.</summary>
    public static bool IsKnown(string region) => IsBloc(region) || IsCountry(region);

    /// <summary>Whether it is a country's code.</summary>
    public static bool IsCountry(string region) => s_codes.Value.Contains(region);

    /// <summary>Whether it is a bloc: several countries by one name.</summary>
    public static bool IsBloc(string region) => region is Union or EconomicArea or Worldwide;

    /// <summary>The countries of a bloc, or the country itself; empty for a name that is neither.</summary>
    public static ImmutableArray<string> Members(string region) => region switch
    {
        Union => s_union,
        EconomicArea => s_economicArea,
        Worldwide => [.. s_countries.Value.Select(country => country.Code)],
        _ => IsCountry(region) ? [region] : [],
    };

    /// <summary>
    /// Whether all of a region lies inside another one: <c>Contains("EEA", "NO")</c>, <c>Contains("EEA", "EU")</c>.
    /// </summary>
    public static bool Contains(string region, string other) =>
        IsKnown(region) && IsKnown(other)
        && (region == other || region == Worldwide || (other != Worldwide && Members(other).All(Members(region).Contains)));

    /// <summary>A country's name in English; for a bloc, and for what is neither, the text itself.</summary>
    public static string EnglishName(string region) => Find(region)?.English ?? region;

    /// <summary>A country's name in Indonesian; for a bloc, and for what is neither, the text itself.</summary>
    public static string IndonesianName(string region) => Find(region)?.Indonesian ?? region;

    /// <summary>The region that a person meant by a name in English or Indonesian, or by a slip; null for none.</summary>
    public static string? Meant(string text)
    {
        var upper = text.ToUpperInvariant();
        if (IsKnown(upper))
            return upper;
        if (s_otherNames.TryGetValue(text, out var region))
            return region;
        foreach (var country in s_countries.Value)
            if (Same(country.English, text) || Same(country.Indonesian, text))
                return country.Code;

        // Of a code, two letters in the wrong order are the one slip that shows what was meant.
        for (var i = 0; i + 1 < text.Length && text.Length < 4; i++)
        {
            var swapped = upper.Substring(0, i) + upper[i + 1] + upper[i] + upper.Substring(i + 2);
            if (IsKnown(swapped))
                return swapped;
        }

        var nearest = Binding.Nearest.To(text, Names());
        return nearest is null || text.Length < 4 ? null
            : nearest == Worldwide ? Worldwide
            : s_countries.Value.First(one => one.English == nearest || one.Indonesian == nearest).Code;
    }

    private static IEnumerable<string> Names() =>
        s_countries.Value.SelectMany(country => new[] { country.English, country.Indonesian }).Append(Worldwide);

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static Country? Find(string code) => s_countries.Value.FirstOrDefault(country => country.Code == code);

    private static Country[] Read()
    {
        using var stream = typeof(Regions).Assembly.GetManifestResourceStream("countries.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.TrimEnd('\r').Split('|'))
            .Select(parts => new Country(parts[0], parts[1], parts[2]))
            .ToArray();
    }

    private sealed record Country(string Code, string English, string Indonesian);
}
