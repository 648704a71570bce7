using System.Globalization;
using System.Text.RegularExpressions;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Binding;

/// <summary>
/// The duration that somebody meant who wrote it as notices and laws do: <c>2 tahun</c>, <c>two years</c>,
/// <c>3 x 24 jam</c>.
/// </summary>
internal static class MeantDuration
{
    private const int LongestText = 64;

    private static readonly Regex s_parts = new(
        @"^\s*(?<count>[0-9]{1,5}|[a-z]+)\s*(?:[x×]\s*(?<times>[0-9]{1,3}))?\s*[- ]?\s*(?<unit>[a-z]+(?:\s+[a-z]+)?)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    // 'P1Y6M', '1 year and 6 months', '1 tahun 6 bulan'.
    private static readonly Regex s_several = new(
        @"^\s*P?(?:\s*T?(?<count>[0-9]{1,5})\s*(?<unit>[a-z]+)\s*(?:,|and\b|dan\b|&)?){2,4}\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static readonly Dictionary<string, DurationUnit> s_isoUnits = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Y"] = DurationUnit.Years, ["M"] = DurationUnit.Months, ["W"] = DurationUnit.Weeks, ["D"] = DurationUnit.Days,
        ["H"] = DurationUnit.Hours, ["DT"] = DurationUnit.Days,
    };

    private static readonly Dictionary<string, int> s_numbers = Numbers(
        "one|a|an|satu", "two|dua", "three|tiga", "four|empat", "five|lima", "six|enam", "seven|tujuh", "eight|delapan",
        "nine|sembilan", "ten|sepuluh", "eleven|sebelas", "twelve");

    private static readonly Dictionary<string, DurationUnit> s_units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["hour"] = DurationUnit.Hours, ["hours"] = DurationUnit.Hours, ["jam"] = DurationUnit.Hours,
        ["day"] = DurationUnit.Days, ["days"] = DurationUnit.Days, ["hari"] = DurationUnit.Days,
        ["calendar days"] = DurationUnit.Days, ["hari kalender"] = DurationUnit.Days,
        ["business day"] = DurationUnit.BusinessDays, ["business days"] = DurationUnit.BusinessDays,
        ["working day"] = DurationUnit.BusinessDays, ["working days"] = DurationUnit.BusinessDays,
        ["hari kerja"] = DurationUnit.BusinessDays,
        ["week"] = DurationUnit.Weeks, ["weeks"] = DurationUnit.Weeks, ["minggu"] = DurationUnit.Weeks,
        ["month"] = DurationUnit.Months, ["months"] = DurationUnit.Months, ["bulan"] = DurationUnit.Months,
        ["h"] = DurationUnit.Hours, ["hrs"] = DurationUnit.Hours, ["d"] = DurationUnit.Days,
        ["wk"] = DurationUnit.Weeks, ["wks"] = DurationUnit.Weeks, ["mgg"] = DurationUnit.Weeks,
        ["mo"] = DurationUnit.Months, ["mos"] = DurationUnit.Months, ["bln"] = DurationUnit.Months,
        ["y"] = DurationUnit.Years, ["yr"] = DurationUnit.Years, ["yrs"] = DurationUnit.Years,
        ["thn"] = DurationUnit.Years, ["th"] = DurationUnit.Years,
        ["year"] = DurationUnit.Years, ["years"] = DurationUnit.Years, ["tahun"] = DurationUnit.Years,
    };

    /// <summary>The duration as a policy writes it; null where the text is none.</summary>
    public static string? Of(string text)
    {
        if (text.Length > LongestText)
            return null;
        if (s_parts.Match(text) is not { Success: true } parts)
            return OfSeveral(text);

        var word = parts.Groups["count"].Value;
        var isNumber = int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var count);
        if (!isNumber && !s_numbers.TryGetValue(word, out count))
            return null;
        if (parts.Groups["times"] is { Success: true } times)
            count *= int.Parse(times.Value, NumberStyles.None, CultureInfo.InvariantCulture);
        var written = Regex.Replace(parts.Groups["unit"].Value, @"\s+", " ");
        if (!s_units.TryGetValue(written, out var unit)
            && !(Nearest.To(written, s_units.Keys) is { } near && near.Length > 3 && s_units.TryGetValue(near, out unit)))
            return null;

        var meant = new Duration(count, unit).ToString();
        return Duration.TryParse(meant, out _) ? meant : null;
    }

    /// <summary>Whether a duration adds up several units, as a policy does not.</summary>
    public static bool IsOfSeveralUnits(string text) => text.Length <= LongestText && s_several.IsMatch(text);

    // A month is no number of days, so that only some units add up.
    private static string? OfSeveral(string text)
    {
        if (s_several.Match(text) is not { Success: true } parts)
            return null;
        var (months, days) = (0, 0);
        for (var i = 0; i < parts.Groups["unit"].Captures.Count; i++)
        {
            var word = parts.Groups["unit"].Captures[i].Value;
            var count = int.Parse(parts.Groups["count"].Captures[i].Value, NumberStyles.None, CultureInfo.InvariantCulture);
            if (!s_units.TryGetValue(word, out var unit) && !s_isoUnits.TryGetValue(word, out unit))
                return null;
            switch (unit)
            {
                case DurationUnit.Years:
                    months += 12 * count;
                    break;
                case DurationUnit.Months:
                    months += count;
                    break;
                case DurationUnit.Weeks:
                    days += 7 * count;
                    break;
                case DurationUnit.Days:
                    days += count;
                    break;
                default:
                    return null;
            }
        }
        if (months > 0 && days > 0)
            return null;
        var sum = months > 0 ? new Duration(months, DurationUnit.Months) : new Duration(days, DurationUnit.Days);
        return Duration.TryParse(sum.ToString(), out _) ? sum.ToString() : null;
    }

    private static Dictionary<string, int> Numbers(params string[] words) =>
        words.SelectMany((same, index) => same.Split('|').Select(word => (word, Number: index + 1)))
            .ToDictionary(one => one.word, one => one.Number, StringComparer.OrdinalIgnoreCase);
}
