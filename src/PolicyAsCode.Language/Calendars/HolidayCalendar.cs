using System.Collections.Immutable;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Calendars;

/// <summary>The days off of a country, for the years whose decrees are known and for no other.</summary>
public sealed class HolidayCalendar
{
    internal HolidayCalendar(
        string name, CalendarDate first, CalendarDate last, List<Holiday> holidays, List<Holiday> jointLeave)
    {
        (Name, First, Last) = (name, first, last);
        (Holidays, JointLeave) = (InOrder(holidays), InOrder(jointLeave));
    }

    /// <summary>No holidays at all, in any year: what a policy says by <c>holidays: none</c>.</summary>
    public static HolidayCalendar None { get; } =
        new("none", CalendarDate.First, new(9999, 12, 31), [], []);

    /// <summary>The country, as policies write it.</summary>
    public string Name { get; }

    /// <summary>The first day that it covers.</summary>
    public CalendarDate First { get; }

    /// <summary>The last day that it covers; nothing is known of the day after.</summary>
    public CalendarDate Last { get; }

    /// <summary>Its national holidays, in order.</summary>
    public ImmutableArray<Holiday> Holidays { get; }

    /// <summary>
    /// Days of joint leave (<c>cuti bersama</c>), in order. They are business days: whether a private business closes is
    /// its own choice, and a deadline that counts them is never later than one that does not.
    /// </summary>
    public ImmutableArray<Holiday> JointLeave { get; }

    /// <summary>Whether its decrees are known for that day.</summary>
    public bool Covers(CalendarDate day) => day.CompareTo(First) >= 0 && day.CompareTo(Last) <= 0;

    /// <summary>Whether the day is a national holiday; false for a day that is not covered.</summary>
    public bool IsHoliday(CalendarDate day) => Holidays.Any(holiday => holiday.Day == day);

    /// <summary>Whether the day is one of joint leave; false for a day that is not covered.</summary>
    public bool IsJointLeave(CalendarDate day) => JointLeave.Any(leave => leave.Day == day);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static ImmutableArray<Holiday> InOrder(List<Holiday> days)
    {
        days.Sort((one, other) => one.Day.CompareTo(other.Day));
        return [.. days];
    }
}
