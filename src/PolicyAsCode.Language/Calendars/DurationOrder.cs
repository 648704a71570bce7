using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Calendars;

/// <summary>Whether one length of time is longer than another, from whichever day both are counted.</summary>
public enum Longer
{
    /// <summary>From no day.</summary>
    Never,

    /// <summary>From some days and not from others: 30 days are longer than a month that begins in February.</summary>
    Sometimes,

    /// <summary>From every day.</summary>
    Always,
}

/// <summary>
/// Compares lengths of time of different units by the fewest and the most calendar days that each can take. Never says
/// that a promise keeps a term where some day breaks it: the bounds are wide rather than wrong.
/// </summary>
public static class DurationOrder
{
    /// <summary>Whether one length of time is longer than another.</summary>
    /// <param name="one">The one, such as what a policy promises.</param>
    /// <param name="other">The other, such as what a law gives.</param>
    /// <param name="businessDays">On which days the organisation works; null where it does not say.</param>
    public static Longer IsLonger(this Duration one, Duration other, BusinessDays? businessDays)
    {
        if (InSameScale(one, other) is { } scaled)
            return scaled > 0 ? Longer.Always : Longer.Never;

        var (fewest, mostOfOther) = (Fewest(one, businessDays), Most(other, businessDays));
        if (mostOfOther is { } upper && fewest > upper)
            return Longer.Always;
        return Most(one, businessDays) is { } most && most <= Fewest(other, businessDays)
            ? Longer.Never
            : Longer.Sometimes;
    }

    // Hours, days and weeks compare exactly, and so do months and years, and business days with business days.
    private static int? InSameScale(Duration one, Duration other) =>
        (Hours(one), Hours(other)) is ({ } hours, { } otherHours) ? hours.CompareTo(otherHours)
        : (Months(one), Months(other)) is ({ } months, { } otherMonths) ? months.CompareTo(otherMonths)
        : one.Unit == other.Unit ? one.Count.CompareTo(other.Count)
        : null;

    private static long? Hours(Duration duration) => duration.Unit switch
    {
        DurationUnit.Hours => duration.Count,
        DurationUnit.Days => duration.Count * 24L,
        DurationUnit.Weeks => duration.Count * 7 * 24L,
        _ => null,
    };

    private static long? Months(Duration duration) => duration.Unit switch
    {
        DurationUnit.Months => duration.Count,
        DurationUnit.Years => duration.Count * 12L,
        _ => null,
    };

    private static double Fewest(Duration duration, BusinessDays? businessDays) =>
        Hours(duration) is { } hours ? hours / 24d
        : Months(duration) is { } months ? FewestDays(months)
        // Where nobody says which days are worked, all may be: then as many business days are as many days.
        : businessDays?.Shortest(duration.Count) ?? duration.Count;

    private static double? Most(Duration duration, BusinessDays? businessDays) =>
        Hours(duration) is { } hours ? hours / 24d
        : Months(duration) is { } months ? MostDays(months)
        : businessDays?.Longest(duration.Count);

    // The fewest and the most days of so many months that follow each other.
    private static readonly int[] s_fewest = [0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334];
    private static readonly int[] s_most = [0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337];

    // Every fourth year has a day more, but for 2100 and its like.
    private static long FewestDays(long months) =>
        months / 12 * 365 + Math.Max(0, months / 48 - 1) + s_fewest[months % 12];

    private static long MostDays(long months) =>
        months / 12 * 365 + (months / 12 + 3) / 4 + s_most[months % 12];
}
