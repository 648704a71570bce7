using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Calendars;

/// <summary>
/// Days on which an organisation works: those of its week that are no holiday. Where the calendar ends, so does what can
/// be said: the answer is null then, and never a guess.
/// </summary>
public sealed class BusinessDays
{
    private readonly bool[] _works = new bool[7];
    private readonly int _first;
    private readonly int _last;
    private readonly int _aWeek;
    private readonly int[] _holidays; // on days that would be worked, in order

    /// <summary>The business days of an organisation.</summary>
    /// <param name="calendar">Its holidays.</param>
    /// <param name="workWeek">The days of the week on which it works.</param>
    /// <exception cref="ArgumentException">It works on no day at all.</exception>
    public BusinessDays(HolidayCalendar calendar, IEnumerable<DayOfWeek> workWeek)
    {
        foreach (var day in workWeek)
        {
            _aWeek += _works[(int)day] ? 0 : 1;
            _works[(int)day] = true;
        }
        if (_aWeek == 0)
            throw new ArgumentException("A week must have a day of work.", nameof(workWeek));
        (_first, _last) = (calendar.First.DayNumber, calendar.Last.DayNumber);
        var holidays = new List<int>(calendar.Holidays.Length);
        foreach (var holiday in calendar.Holidays)
            if (Works(holiday.Day.DayNumber))
                holidays.Add(holiday.Day.DayNumber);
        _holidays = holidays.ToArray();
    }

    /// <summary>The day on which a time of so many business days ends; the day on which it starts does not count.</summary>
    /// <param name="start">The day of the event.</param>
    /// <param name="count">How many; one or more.</param>
    /// <param name="calendar">The holidays.</param>
    /// <param name="workWeek">The days of the week that are worked.</param>
    /// <returns>A business day; null where the time runs past the days that the calendar covers.</returns>
    public static CalendarDate? Add(
        CalendarDate start, int count, HolidayCalendar calendar, IEnumerable<DayOfWeek> workWeek) =>
        new BusinessDays(calendar, workWeek).Add(start, count);

    /// <summary>The day on which a time of so many business days ends; the day on which it starts does not count.</summary>
    /// <returns>A business day; null where the time runs past the days that the calendar covers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive.</exception>
    public CalendarDate? Add(CalendarDate start, int count) =>
        End(start.DayNumber, count) is { } end ? CalendarDate.OfDayNumber(end) : null;

    /// <summary>
    /// The first day from which a time of so many business days can no longer be counted, since it runs past the calendar;
    /// the first day of all for a time that the calendar cannot hold.
    /// </summary>
    public CalendarDate FirstStartBeyond(int count)
    {
        var left = Positive(count);
        for (var day = _last; day >= _first; day--)
            if (IsBusinessDay(day) && --left == 0)
                return CalendarDate.OfDayNumber(day);
        return CalendarDate.First;
    }

    /// <summary>
    /// The fewest calendar days that so many business days can take: what they take in a week without holidays that
    /// begins right after days off. Never fewer than the same number of calendar days.
    /// </summary>
    public int Shortest(int count) => Extreme(count, shortest: true);

    /// <summary>
    /// The most calendar days that so many business days take from any day that the calendar covers; null where they run
    /// past it from every day.
    /// </summary>
    public int? Longest(int count)
    {
        // Without holidays one week is like any other.
        if (_holidays.Length == 0)
            return Extreme(count, shortest: false);
        int? longest = null;
        for (var start = _first; start <= _last && End(start, count) is { } end; start++)
            longest = Math.Max(longest ?? 0, end - start);
        return longest;
    }

    /// <summary>Whether the organisation works on that day, as far as the calendar knows.</summary>
    public bool IsBusinessDay(CalendarDate day) => IsBusinessDay(day.DayNumber);

    private bool IsBusinessDay(int day) => Works(day) && Array.BinarySearch(_holidays, day) < 0;

    // Day number 0 is 1 January of the year 1, a Monday.
    private bool Works(int day) => _works[(day + 1) % 7];

    // Counted without holidays; then as many more as holidays were passed, until none is.
    private int? End(int start, int count)
    {
        var end = AddWorkdays(start, Positive(count));
        for (int from = start, passed; end <= _last && (passed = HolidaysBetween(from, (int)end)) > 0;)
        {
            from = (int)end;
            end = AddWorkdays(from, passed);
        }
        return start + 1 >= _first && end <= _last ? (int)end : null;
    }

    // Whole weeks at once. The last day is stepped to, so that it is one of work even where the start is none.
    private long AddWorkdays(int start, int count)
    {
        var weeks = (count - 1) / _aWeek;
        var end = start + 7L * weeks;
        for (var left = count - weeks * _aWeek; left > 0;)
            if (_works[(int)((++end + 1) % 7)])
                left--;
        return end;
    }

    private int HolidaysBetween(int after, int upTo) => CountUpTo(upTo) - CountUpTo(after);

    private int CountUpTo(int day)
    {
        var at = Array.BinarySearch(_holidays, day);
        return at >= 0 ? at + 1 : ~at;
    }

    private int Extreme(int count, bool shortest)
    {
        var extreme = shortest ? int.MaxValue : 0;
        for (var start = 7; start < 14; start++)
        {
            var length = (int)(AddWorkdays(start, Positive(count)) - start);
            extreme = shortest ? Math.Min(extreme, length) : Math.Max(extreme, length);
        }
        return extreme;
    }

    private static int Positive(int count) =>
        count > 0 ? count : throw new ArgumentOutOfRangeException(nameof(count), count, "Business days are counted from one.");
}
