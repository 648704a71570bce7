using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>
/// A time zone by its IANA name. A wrong name would be found at run time only, where days would begin in the wrong
/// place; the machine's own list is not asked, since it differs from machine to machine.
/// </summary>
internal sealed class TimeZoneValue : ScalarValue<string>
{
    private static readonly Lazy<HashSet<string>> s_names = new(Read);

    // What people in Indonesia call their zones.
    private static readonly Dictionary<string, string> s_shortNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["WIB"] = "Asia/Jakarta",
        ["WITA"] = "Asia/Makassar",
        ["WIT"] = "Asia/Jayapura",
        ["GMT+7"] = "Asia/Jakarta", ["UTC+7"] = "Asia/Jakarta", ["UTC+07:00"] = "Asia/Jakarta",
        ["GMT+8"] = "Asia/Makassar", ["UTC+8"] = "Asia/Makassar", ["UTC+08:00"] = "Asia/Makassar",
        ["GMT+9"] = "Asia/Jayapura", ["UTC+9"] = "Asia/Jayapura", ["UTC+09:00"] = "Asia/Jayapura",
    };

    public override Message Expectation => Message.Of("Values.TimeZone");

    public override Written Written => new Written.Choice([.. s_names.Value.OrderBy(name => name, StringComparer.Ordinal)]);

    protected override bool TryRead(ScalarNode scalar, BindingContext context, out string value)
    {
        value = scalar.Value;
        if (s_names.Value.Contains(value))
            return true;
        if (scalar.IsMissing)
            return Refuse(scalar, context);

        var meant = s_shortNames.TryGetValue(value, out var name) ? name
            : ByPlace(value)
            ?? (context.MaySuggest ? Nearest.To(value, s_names.Value.OrderBy(one => one, StringComparer.Ordinal)) : null);
        context.Report(PolicyRules.WrongValue, scalar.Range, Message.Sentences(
            Message.Of("Values.NoTimeZone", value), Nearest.Question(meant, Message.Of("Values.TimeZoneByPlace"))));
        return false;
    }

    // 'Jakarta', 'New York'.
    private static string? ByPlace(string value)
    {
        var end = "/" + value.Replace(' ', '_');
        return s_names.Value.FirstOrDefault(name =>
            name.EndsWith(end, StringComparison.OrdinalIgnoreCase) && !name.StartsWith("Etc/", StringComparison.Ordinal));
    }

    private static HashSet<string> Read()
    {
        using var stream = typeof(TimeZoneValue).Assembly.GetManifestResourceStream("time-zones.txt")!;
        using var reader = new StreamReader(stream);
        return new(reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#'), StringComparer.Ordinal);
    }
}
