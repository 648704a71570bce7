
namespace PolicyAsCode.Language.Model;

/// <summary>How a <see cref="Duration"/> counts.</summary>
public enum DurationUnit
{
    /// <summary>Hours on the clock.</summary>
    Hours,

    /// <summary>Days of the calendar.</summary>
    Days,

    /// <summary>Days on which the controller works: no week-ends, no holidays.</summary>
    BusinessDays,

    /// <summary>Seven days each.</summary>
    Weeks,

    /// <summary>Months of the calendar.</summary>
    Months,

    /// <summary>Years of the calendar.</summary>
    Years,
}

/// <summary>A length of time as a policy states it, such as <c>18 months</c>.</summary>
/// <param name="Count">How many; one or more.</param>
/// <param name="Unit">Of what.</param>
public readonly record struct Duration(int Count, DurationUnit Unit)
{
    // By hand, as is the code of comparing: what a record makes of an enumeration is compiled just in time.
    /// <summary>Whether both are as many of the same unit.</summary>
    public bool Equals(Duration other) => Count == other.Count && Unit == other.Unit;

    /// <inheritdoc/>
    public override int GetHashCode() => Count * 31 + (int)Unit;

    // By unit; without its last letter each is the word for one.
    private static readonly string[] s_words = ["hours", "days", "business days", "weeks", "months", "years"];

    /// <summary>As a policy writes it: <c>2 years</c>, <c>30 business days</c>, <c>1 month</c>.</summary>
    public override string ToString()
    {
        var unit = s_words[(int)Unit];
        return $"{Count} {(Count == 1 ? unit.Substring(0, unit.Length - 1) : unit)}";
    }

    /// <summary>
    /// Reads <c>18 months</c>, <c>1 year</c>, <c>30 business days</c>, or one ISO 8601 part such as <c>P18M</c> or
    /// <c>PT24H</c>; at most 200 years.
    /// </summary>
    public static bool TryParse(string text, out Duration duration)
    {
        duration = default;
        var digits = 0;
        var isIso = text.StartsWith("P", StringComparison.Ordinal);
        var start = !isIso ? 0 : text.StartsWith("PT", StringComparison.Ordinal) ? 2 : 1;
        while (start + digits < text.Length && text[start + digits] is >= '0' and <= '9')
            digits++;
        if (digits is 0 or > 5)
            return false;

        var count = 0;
        for (var i = start; i < start + digits; i++)
            count = count * 10 + (text[i] - '0');
        DurationUnit? found = isIso
            ? UnitOfIso(text.Substring(0, start), text.Substring(start + digits))
            : UnitOfWord(text, start + digits);
        if (count == 0 || found is not { } one || count > Most(one))
            return false;
        duration = new(count, one);
        return true;
    }

    /// <summary>
    /// Whether it is longer than another one, as far as that can be said without a calendar: a month counts as 30.4
    /// days, and five business days as a week.
    /// </summary>
    public bool IsLongerThan(Duration other) => Days > other.Days;

    /// <summary>Whether it is shorter than two that follow each other, such as a term and its extension; counted in the same way.</summary>
    public bool IsShorterThan(Duration first, Duration second) => Days < first.Days + second.Days;

    // Long enough to tell which of two is longer; nothing is computed from it.
    private double Days => Count * Unit switch
    {
        DurationUnit.Hours => 1 / 24d,
        DurationUnit.BusinessDays => 7 / 5d,
        DurationUnit.Weeks => 7,
        DurationUnit.Months => 30.436875,
        DurationUnit.Years => 365.2425,
        _ => 1,
    };

    // Two hundred years: no policy keeps longer, and a calendar can still count it.
    private static int Most(DurationUnit unit) => unit switch
    {
        DurationUnit.Years => 200,
        DurationUnit.Months => 2_400,
        DurationUnit.Weeks => 10_400,
        DurationUnit.BusinessDays => 50_000,
        DurationUnit.Days => 73_000,
        _ => 99_999,
    };

    private static DurationUnit? UnitOfIso(string prefix, string letter) => (prefix, letter) switch
    {
        ("PT", "H") => DurationUnit.Hours,
        ("P", "D") => DurationUnit.Days,
        ("P", "W") => DurationUnit.Weeks,
        ("P", "M") => DurationUnit.Months,
        ("P", "Y") => DurationUnit.Years,
        _ => null,
    };

    // Nothing is cut out of the text: a large policy states thousands of durations.
    private static DurationUnit? UnitOfWord(string text, int start)
    {
        var end = text.Length;
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        for (var unit = 0; unit < s_words.Length; unit++)
        {
            var word = s_words[unit];
            if ((end - start == word.Length || end - start == word.Length - 1)
                && string.CompareOrdinal(text, start, word, 0, end - start) == 0)
                return (DurationUnit)unit;
        }
        return null;
    }
}
