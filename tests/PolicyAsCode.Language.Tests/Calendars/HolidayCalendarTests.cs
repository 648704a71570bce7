using PolicyAsCode.Language.Calendars;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Tests.Calendars;

/// <summary>Indonesia's days off: the numbers that the decrees announce, and days that everybody knows.</summary>
public sealed class HolidayCalendarTests
{
    private static readonly HolidayCalendar s_indonesia = HolidayCalendars.Find("ID")!;

    // 2024: 17 and 10, and two days of election. 2025: 17 and 10, and one more day of joint leave. Easter is always a
    // Sunday, Christmas and Isra Mikraj fall together with nothing.
    [Theory]
    [InlineData(2024, 19, 10)]
    [InlineData(2025, 17, 11)]
    [InlineData(2026, 17, 8)]
    [InlineData(2027, 18, 8)]
    public void Each_year_has_as_many_days_as_its_decree_announces(int year, int holidays, int jointLeave)
    {
        Assert.Equal(holidays, s_indonesia.Holidays.Count(holiday => holiday.Day.Year == year));
        Assert.Equal(jointLeave, s_indonesia.JointLeave.Count(leave => leave.Day.Year == year));
    }

    [Fact]
    public void It_covers_whole_years_and_knows_nothing_of_others()
    {
        Assert.Equal(new CalendarDate(2024, 1, 1), s_indonesia.First);
        Assert.Equal(new CalendarDate(2027, 12, 31), s_indonesia.Last);
        Assert.True(s_indonesia.Covers(new(2026, 2, 28)));
        Assert.False(s_indonesia.Covers(new(2028, 1, 1)));
        Assert.False(s_indonesia.IsHoliday(new(2028, 1, 1)));
        Assert.False(s_indonesia.Covers(new(2023, 12, 25)));
    }

    [Fact]
    public void New_Year_Labour_Day_Pancasila_Independence_and_Christmas_are_holidays_every_year()
    {
        for (var year = 2024; year <= 2027; year++)
            Assert.All(new CalendarDate[] { new(year, 1, 1), new(year, 5, 1), new(year, 6, 1), new(year, 8, 17), new(year, 12, 25) },
                day => Assert.True(s_indonesia.IsHoliday(day), day.ToString()));
    }

    [Fact]
    public void Joint_leave_is_kept_apart_and_lies_on_days_that_would_be_worked()
    {
        Assert.DoesNotContain(s_indonesia.JointLeave, leave => s_indonesia.IsHoliday(leave.Day));
        Assert.All(s_indonesia.JointLeave, leave => Assert.DoesNotContain(
            new DateOnly(leave.Day.Year, leave.Day.Month, leave.Day.Day).DayOfWeek, new[] { DayOfWeek.Saturday, DayOfWeek.Sunday }));
        Assert.True(s_indonesia.IsJointLeave(new(2025, 8, 18)));
        Assert.False(s_indonesia.IsHoliday(new(2025, 8, 18)));
    }

    [Fact]
    public void Without_holidays_every_year_is_covered()
    {
        Assert.Same(HolidayCalendar.None, HolidayCalendars.Find("none"));
        Assert.True(HolidayCalendar.None.Covers(new(2500, 1, 1)));
        Assert.Null(HolidayCalendars.Find("DE"));
        Assert.Equal(["ID"], HolidayCalendars.Names);
    }
}
