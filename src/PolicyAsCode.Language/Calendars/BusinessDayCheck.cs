using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Calendars;

/// <summary>
/// PAC1023: business days are counted with a calendar that says which days are holidays, and only as far as it knows. A
/// time that would end after its last day is an error, not a guess.
/// </summary>
internal static class BusinessDayCheck
{
    /// <summary>Checks each time in business days as if it began on a day.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="asOf">The day; null checks only that there is a calendar.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static void Run(PolicyModel policy, CalendarDate? asOf, ICollection<PolicyDiagnostic> mistakes)
    {
        var times = Times(policy).ToArray();
        if (times.Length == 0)
            return;
        if (policy.Controller.Holidays is not { } name)
        {
            var (statement, time) = times[0];
            Report(statement.Location, Message.Of("Laws.NoCalendar", time, Known()), mistakes);
            return;
        }
        if (HolidayCalendars.Find(name) is not { } calendar)
        {
            Report(policy.Controller.Location ?? policy.Header.Location, Message.Of("Laws.UnknownCalendar", name, Known()), mistakes);
            return;
        }
        if (asOf is not { } start)
            return;
        foreach (var (statement, time) in times)
            if (start.CompareTo(policy.Controller.BusinessDays()!.FirstStartBeyond(time.Count)) >= 0)
                Report(statement.Location, Message.Of("Laws.BeyondCalendar", time, name, calendar.Last), mistakes);
    }

    /// <summary>
    /// The days from which a time of the policy can no longer be counted: the answer of the check changes on them, and
    /// between them it does not.
    /// </summary>
    public static IEnumerable<CalendarDate> Boundaries(PolicyModel policy) =>
        Times(policy).Select(one => one.Time.Count).Distinct().ToArray() is { Length: > 0 } counts
        && policy.Controller.BusinessDays() is { } businessDays
            ? counts.Select(businessDays.FirstStartBeyond)
            : [];

    private static IEnumerable<(Statement Statement, Duration Time)> Times(PolicyModel policy) =>
        policy.Rights
            .SelectMany(right => new[] { right.Within, right.Promised, right.Extension?.Within }
                .Select(time => (Statement: (Statement)right, Time: time)))
            .Concat(policy.Data.Select(data => data.Keep).OfType<RetentionStatement>()
                .SelectMany(keep => new[] { keep.AtMost, keep.AtLeast }.Select(time => (Statement: (Statement)keep, Time: time))))
            .Where(one => one.Time is { Unit: DurationUnit.BusinessDays })
            .Select(one => (one.Statement, one.Time!.Value))
            // A right whose notice promises the same time is told once.
            .Distinct();

    private static string[] Known() => [.. HolidayCalendars.Names, HolidayCalendars.NoHolidays];

    private static void Report(FileLocation location, Message message, ICollection<PolicyDiagnostic> mistakes) =>
        mistakes.Add(new(PolicyRules.BeyondCalendar, PolicyRules.DefaultSeverity(PolicyRules.BeyondCalendar), message, location));
}
