using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language;

/// <summary>
/// Turns today into the last day on which a date of the policy passed. Checking as of that day gives the same answer
/// as checking as of today, and the day changes only when a date passes, so that a new day rebuilds nothing.
/// </summary>
public static class PolicyDates
{
    /// <summary>
    /// The newest boundary (effective date, day after <c>review-by</c>, day after a waiver's <c>until</c>) that is not
    /// after today; the first day of the calendar where none has passed.
    /// </summary>
    public static CalendarDate LastPassed(PolicyModel policy, CalendarDate today) => throw new NotImplementedException();
}
