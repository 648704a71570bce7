using System.Globalization;

namespace PolicyAsCode.Language.Model;

/// <summary>A day of the calendar, without time or zone (.NET Standard 2.0 has no <c>DateOnly</c>).</summary>
/// <param name="Year">1 to 9999.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31.</param>
public readonly record struct CalendarDate(int Year, int Month, int Day) : IComparable<CalendarDate>
{
    /// <summary>Reads <c>yyyy-MM-dd</c>; false for anything else, or a day that does not exist.</summary>
    public static bool TryParse(string text, out CalendarDate date)
    {
        var read = DateTime.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        date = read ? new(day.Year, day.Month, day.Day) : default;
        return read;
    }

    /// <summary>The first day of the calendar.</summary>
    public static CalendarDate First { get; } = new(1, 1, 1);

    /// <summary>Days since the first day of the calendar, a Monday.</summary>
    public int DayNumber => (int)(new DateTime(Year, Month, Day).Ticks / TimeSpan.TicksPerDay);

    /// <summary>The day of that number.</summary>
    public static CalendarDate OfDayNumber(int number)
    {
        var day = new DateTime(number * TimeSpan.TicksPerDay);
        return new(day.Year, day.Month, day.Day);
    }

    /// <summary>The day after; the last day of the calendar has none and stays.</summary>
    public CalendarDate NextDay()
    {
        var day = new DateTime(Year, Month, Day);
        var next = day < DateTime.MaxValue.Date ? day.AddDays(1) : day;
        return new(next.Year, next.Month, next.Day);
    }

    /// <summary>The same day some years before; 28 February for a 29th that year does not have.</summary>
    public CalendarDate YearsBefore(int years)
    {
        var year = Math.Max(1, Year - years);
        return new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));
    }

    /// <inheritdoc/>
    public int CompareTo(CalendarDate other) => Digits.CompareTo(other.Digits);

    private int Digits => (Year * 100 + Month) * 100 + Day;

    /// <summary><c>yyyy-MM-dd</c>.</summary>
    public override string ToString() => $"{Year:0000}-{Month:00}-{Day:00}";
}
