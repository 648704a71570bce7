namespace PolicyAsCode.Language.Model;

/// <summary>Which of two durations is longer.</summary>
internal static class DurationOrder
{
    /// <summary>
    /// Compares two durations; those of different units by the days that they come to on average, since it depends on
    /// the calendar whether 30 days or one month is longer. Nothing is computed from it.
    /// </summary>
    public static int Compare(Duration left, Duration right) =>
        left.Unit == right.Unit ? left.Count.CompareTo(right.Count) : DaysOf(left).CompareTo(DaysOf(right));

    /// <summary>The days that it comes to on average.</summary>
    public static double DaysOf(Duration duration) => duration.Count * duration.Unit switch
    {
        DurationUnit.Hours => 1 / 24d,
        DurationUnit.BusinessDays => 7 / 5d,
        DurationUnit.Weeks => 7,
        DurationUnit.Months => 30.436875,
        DurationUnit.Years => 365.2425,
        _ => 1,
    };
}
