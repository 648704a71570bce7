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
        var times = Times(policy);
        if (times.Count == 0)
            return;
        if (policy.Controller.Holidays is not { } name)
        {
            if (!policy.Controller.HasUnreadHolidays)
                Report(times[0].Statement.Location, Message.Of("Laws.NoCalendar", times[0].Time, Known()), mistakes);
            return;
        }
        if (HolidayCalendars.Find(name) is not { } calendar)
        {
            Report(policy.Controller.Location ?? policy.Header.Location, Message.Of("Laws.UnknownCalendar", name, Known()), mistakes);
            return;
        }
        if (asOf is not { } start)
            return;
        foreach (var one in times)
            if (start.CompareTo(policy.Controller.BusinessDays()!.FirstStartBeyond(one.Time.Count)) >= 0)
                Report(one.Statement.Location, Message.Of("Laws.BeyondCalendar", one.Time, name, calendar.Last), mistakes);
    }

    /// <summary>Whether a policy counts any time in business days.</summary>
    public static bool AreCounted(PolicyModel policy) => Times(policy).Count > 0;

    /// <summary>
    /// The days from which a time of the policy can no longer be counted: the answer of the check changes on them, and
    /// between them it does not.
    /// </summary>
    public static void Boundaries(PolicyModel policy, Action<CalendarDate> found)
    {
        var counts = new HashSet<int>(Times(policy).Select(one => one.Time.Count));
        if (counts.Count > 0 && policy.Controller.BusinessDays() is { } businessDays)
            foreach (var count in counts)
                found(businessDays.FirstStartBeyond(count));
    }

    private static List<StatedTime> Times(PolicyModel policy)
    {
        var times = new List<StatedTime>();
        foreach (var right in policy.Rights)
        {
            Add(right, right.Within);
            Add(right, right.Promised);
            Add(right, right.Extension?.Within);
        }
        foreach (var data in policy.Data)
            if (data.Keep is { } keep)
            {
                Add(keep, keep.AtMost);
                Add(keep, keep.AtLeast);
            }
        return times;

        // A right whose notice promises the same time is told once.
        void Add(Statement statement, Duration? stated)
        {
            if (stated is not { Unit: DurationUnit.BusinessDays } time)
                return;
            for (var i = times.Count - 1; i >= 0 && ReferenceEquals(times[i].Statement, statement); i--)
                if (times[i].Time == time)
                    return;
            times.Add(new(statement, time));
        }
    }

    private sealed record StatedTime(Statement Statement, Duration Time);

    private static string[] Known() => [.. HolidayCalendars.Names, HolidayCalendars.NoHolidays];

    private static void Report(FileLocation location, Message message, ICollection<PolicyDiagnostic> mistakes) =>
        mistakes.Add(new(PolicyRules.BeyondCalendar, PolicyRules.DefaultSeverity(PolicyRules.BeyondCalendar), message, location));
}
