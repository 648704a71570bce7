using System.Collections.Frozen;
using System.Globalization;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Days on which the controller works: those of its week that are no holiday, in its time zone. Where the holidays end
/// that are known, so does what can be said: the rest is an error, and never a guess.
/// </summary>
public sealed class BusinessCalendar
{
    private const int DaysOfWeek = 7;

    private readonly bool[] _works = new bool[DaysOfWeek];
    private readonly FrozenSet<DateOnly> _holidays;
    private readonly RetentionCalendar _days;

    /// <summary>A calendar.</summary>
    /// <param name="zone">Where days begin.</param>
    /// <param name="workWeek">The days of the week that are worked.</param>
    /// <param name="holidays">The days off.</param>
    /// <param name="first">The first day of which it is known whether it is one.</param>
    /// <param name="last">The last such day.</param>
    /// <exception cref="ArgumentException">No day of the week is worked, or a holiday lies outside of the known days.</exception>
    public BusinessCalendar(
        TimeZoneInfo zone, IEnumerable<DayOfWeek> workWeek, IEnumerable<DateOnly> holidays, DateOnly first, DateOnly last)
    {
        foreach (var day in workWeek)
            _works[(int)day] = true;
        if (!_works.Contains(true))
            throw new ArgumentException("A week must have a day of work.", nameof(workWeek));
        (_days, First, Last, _holidays) = (new(zone), first, last, holidays.ToFrozenSet());
        if (_holidays.Any(day => day < first || day > last))
            throw new ArgumentException("A holiday lies outside of the days that the calendar knows.", nameof(holidays));
    }

    /// <summary>The first day of which it is known whether it is a holiday.</summary>
    public DateOnly First { get; }

    /// <summary>The last day of which it is known whether it is a holiday.</summary>
    public DateOnly Last { get; }

    /// <summary>Where days begin.</summary>
    public TimeZoneInfo Zone => _days.Zone;

    /// <summary>The holidays, in order.</summary>
    public IEnumerable<DateOnly> Holidays => _holidays.Order();

    /// <summary>A calendar of an IANA zone, with holidays written <c>2026-12-25</c>, for the years that it covers.</summary>
    /// <exception cref="TimeZoneNotFoundException">The machine does not know the zone.</exception>
    public static BusinessCalendar In(
        string zone, IEnumerable<DayOfWeek> workWeek, int firstYear, int lastYear, params IEnumerable<string> holidays) =>
        new(
            TimeZoneInfo.FindSystemTimeZoneById(zone), workWeek,
            holidays.Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            new(firstYear, 1, 1), new(lastYear, 12, 31));

    /// <summary>A calendar for a policy that counts no business days: to count one is an error.</summary>
    public static BusinessCalendar WithoutBusinessDays(string zone) =>
        new(TimeZoneInfo.FindSystemTimeZoneById(zone), [DayOfWeek.Monday], [], DateOnly.MaxValue, DateOnly.MinValue);

    /// <summary>The local day of a moment.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => _days.DayOf(moment);

    /// <summary>The first moment of a local day.</summary>
    public DateTimeOffset StartOfDay(DateOnly day) => _days.StartOfDay(day);

    /// <summary>Whether the controller works on that day.</summary>
    /// <exception cref="BeyondCalendarException">Nothing is known of it.</exception>
    public bool IsBusinessDay(DateOnly day) => Known(day) && _works[(int)day.DayOfWeek] && !_holidays.Contains(day);

    /// <summary>The day on which so many business days end; the day on which they start does not count.</summary>
    /// <exception cref="BeyondCalendarException">They run past the days that are known.</exception>
    public DateOnly Add(DateOnly start, int businessDays) => Count(start, businessDays, 1);

    /// <summary>The last business day from which so many business days lead to a day.</summary>
    /// <exception cref="BeyondCalendarException">They run past the days that are known.</exception>
    public DateOnly Subtract(DateOnly end, int businessDays) => Count(end, businessDays, -1);

    /// <summary>When a time to answer ends that begins at a moment.</summary>
    /// <exception cref="BeyondCalendarException">Its business days run past the days that are known.</exception>
    public AnswerDeadline After(DateTimeOffset start, AnswerTime time) =>
        time.Unit == AnswerTimeUnit.Hours
            ? AtMoment(start.AddHours(time.Count))
            : AtEndOf(After(DayOf(start), time));

    /// <summary>When a time to answer ends that is made longer; it goes on from where it would have ended.</summary>
    /// <exception cref="BeyondCalendarException">Its business days run past the days that are known.</exception>
    public AnswerDeadline Extend(AnswerDeadline deadline, AnswerTime time) =>
        time.Unit == AnswerTimeUnit.Hours
            ? AtMoment(deadline.LateFrom.AddHours(time.Count))
            : AtEndOf(After(deadline.LastDay, time));

    private DateOnly After(DateOnly day, AnswerTime time) => time.Unit switch
    {
        AnswerTimeUnit.Days => day.AddDays(time.Count),
        AnswerTimeUnit.BusinessDays => Add(day, time.Count),
        AnswerTimeUnit.Weeks => day.AddDays(time.Count * DaysOfWeek),
        AnswerTimeUnit.Months => day.AddMonths(time.Count),
        AnswerTimeUnit.Years => day.AddYears(time.Count),
        _ => throw new InvalidOperationException($"{time.Unit} are not counted in days."),
    };

    private AnswerDeadline AtEndOf(DateOnly day) => new(day, StartOfDay(day.AddDays(1)));

    private AnswerDeadline AtMoment(DateTimeOffset moment) => new(DayOf(moment.AddTicks(-1)), moment.ToUniversalTime());

    private DateOnly Count(DateOnly from, int businessDays, int step)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(businessDays);
        var day = from;
        for (var left = businessDays; left > 0;)
        {
            day = Known(day.AddDays(step)) ? day.AddDays(step) : day;
            if (IsBusinessDay(day))
                left--;
        }

        return day;
    }

    private bool Known(DateOnly day)
    {
        if (day >= First && day <= Last)
            return true;
        throw new BeyondCalendarException(First > Last
            ? "The policy names no holidays, so that business days cannot be counted: say controller.holidays."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Whether {day:yyyy-MM-dd} is a business day is not known: the holidays are known from {First:yyyy-MM-dd} to {Last:yyyy-MM-dd}. A newer version of PolicyAsCode knows more years."));
    }
}
