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
    public static CalendarDate LastPassed(PolicyModel policy, CalendarDate today)
    {
        var newest = CalendarDate.First;
        foreach (var head in policy.Bases.Append(policy.Header))
        {
            Pass(head.Effective);
            PassAfter(head.ReviewBy);
        }
        foreach (var waiver in policy.Waivers)
        {
            Pass(waiver.FirstDay);
            PassAfter(waiver.Until);
        }
        foreach (var plan in policy.Enforce.Plans)
            foreach (var step in plan.Steps)
                PassAfter(step.Until);
        foreach (var measure in policy.Measures)
            PassAfter(measure.ReviewBy);
        foreach (var hold in policy.Holds)
            PassAfter(hold.ReviewBy);
        BusinessDayCheck.Boundaries(policy, day => Pass(day));
        return newest;

        // One by one: lists of dates are compiled just in time, and every build asks.
        void Pass(CalendarDate? boundary)
        {
            if (boundary is { } day && day.CompareTo(today) <= 0 && day.CompareTo(newest) > 0)
                newest = day;
        }

        void PassAfter(CalendarDate? lastDay)
        {
            if (lastDay is { } day)
                Pass(day.NextDay());
        }
    }
}
