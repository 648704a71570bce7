using JovaPos.Privacy;

namespace JovaPos.Tests;

/// <summary>The promised 30 business days [JOVA-3.4].</summary>
public sealed class BusinessCalendarTests
{
    [Theory]
    [InlineData("2026-11-20", 1, "2026-11-23")]
    [InlineData("2026-11-21", 1, "2026-11-23")]
    [InlineData("2026-11-22", 30, "2027-01-05")]
    public void Weekends_and_holidays_do_not_count(string from, int days, string expected)
    {
        var calendar = new BusinessCalendar([new DateOnly(2026, 12, 25), new DateOnly(2027, 1, 1)]);
        Assert.Equal(DateOnly.Parse(expected), calendar.Add(DateOnly.Parse(from), days));
    }

    [Fact]
    public void Without_a_holiday_the_same_days_end_earlier() =>
        Assert.Equal(new DateOnly(2027, 1, 1), new BusinessCalendar([]).Add(new DateOnly(2026, 11, 22), 30));
}
