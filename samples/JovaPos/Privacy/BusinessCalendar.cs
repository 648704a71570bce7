namespace JovaPos.Privacy;

/// <summary>
/// Days on which the shop's office works: Monday to Friday, without the holidays of the configuration.
/// </summary>
public sealed class BusinessCalendar(IEnumerable<DateOnly> holidays)
{
    private readonly HashSet<DateOnly> _holidays = [.. holidays];

    /// <summary>The calendar of the configuration's <c>Holidays</c>.</summary>
    public static BusinessCalendar From(IConfiguration configuration) =>
        new(configuration.GetSection("Holidays").Get<DateOnly[]>() ?? []);

    /// <summary>The day that is so many business days after another; the first day itself does not count.</summary>
    public DateOnly Add(DateOnly from, int businessDays)
    {
        var day = from;
        while (businessDays > 0)
        {
            day = day.AddDays(1);
            if (IsBusinessDay(day))
                businessDays--;
        }

        return day;
    }

    private bool IsBusinessDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_holidays.Contains(day);
}
