using PolicyAsCode.Language.Calendars;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language;

/// <summary>
/// Turns today into the last day on which a date of the policy passed. Checking as of that day gives the same answer
/// as checking as of today, and the day changes only when a date passes, so that a new day rebuilds nothing.
/// </summary>
public static class PolicyDates
{
    /// <summary>
    /// The newest boundary (effective date, day after <c>review-by</c>, day after a waiver's <c>until</c> or a softer
    /// severity's, day from which a waiver's end is near enough, first day from which business days run past their
    /// calendar) that is not after today; the first day of the calendar where none has passed.
    /// </summary>
    public static CalendarDate LastPassed(PolicyModel policy, CalendarDate today) =>
        Boundaries(policy).Where(day => day.CompareTo(today) <= 0).DefaultIfEmpty(CalendarDate.First).Max();

    private static IEnumerable<CalendarDate> Boundaries(PolicyModel policy)
    {
        var heads = policy.Bases.Append(policy.Header).ToArray();
        foreach (var head in heads)
            if (head.Effective is { } effective)
                yield return effective;

        foreach (var waiver in policy.Waivers)
            yield return waiver.FirstDay;

        var lastDays = policy.Waivers.Select(waiver => waiver.Until)
            .Concat(policy.Enforce.Ends)
            .Concat(policy.Measures.Select(measure => measure.ReviewBy)
                .Concat(policy.Holds.Select(hold => hold.ReviewBy))
                .Concat(heads.Select(head => head.ReviewBy))
                .Where(day => day is not null).Select(day => day!.Value));
        foreach (var lastDay in lastDays)
            yield return lastDay.NextDay();
        foreach (var day in BusinessDayCheck.Boundaries(policy))
            yield return day;
    }
}
