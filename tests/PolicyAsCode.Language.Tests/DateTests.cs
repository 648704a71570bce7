using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Tests;

/// <summary>Durations, days, and the day on which a date of a policy last passed.</summary>
public sealed class DateTests
{
    [Theory]
    [InlineData("18 months", 18, DurationUnit.Months)]
    [InlineData("1 year", 1, DurationUnit.Years)]
    [InlineData("30 business days", 30, DurationUnit.BusinessDays)]
    [InlineData("72 hours", 72, DurationUnit.Hours)]
    [InlineData("P18M", 18, DurationUnit.Months)]
    [InlineData("P2Y", 2, DurationUnit.Years)]
    [InlineData("P4W", 4, DurationUnit.Weeks)]
    [InlineData("PT72H", 72, DurationUnit.Hours)]
    public void A_duration_is_read(string text, int count, DurationUnit unit)
    {
        Assert.True(Duration.TryParse(text, out var duration));
        Assert.Equal(new Duration(count, unit), duration);
    }

    [Theory]
    [InlineData("")]
    [InlineData("months")]
    [InlineData("0 days")]
    [InlineData("-1 days")]
    [InlineData("1.5 years")]
    [InlineData("2 yrs")]
    [InlineData("P")]
    [InlineData("P1Y2M")]
    [InlineData("PT5M")]
    [InlineData("P5H")]
    [InlineData("201 years")]
    [InlineData("99999999999999999999 days")]
    [InlineData("٣ days")]
    public void Anything_else_is_not(string text) => Assert.False(Duration.TryParse(text, out _));

    [Theory]
    [InlineData("2024-05-31", "0001-01-01")]    // before anything
    [InlineData("2024-06-01", "2024-06-01")]    // in force
    [InlineData("2025-01-31", "2025-01-31")]    // the waiver's end is near enough
    [InlineData("2027-01-31", "2025-01-31")]    // the waiver's and the measure's last day
    [InlineData("2027-02-01", "2027-02-01")]
    [InlineData("2027-04-01", "2027-04-01")]    // the softer severity has ended
    [InlineData("2027-06-01", "2027-04-01")]
    [InlineData("2027-11-21", "2027-06-02")]    // the review is overdue
    [InlineData("2030-01-01", "2027-11-22")]    // 30 business days run past the holidays that are known
    public void The_last_date_passed_changes_only_when_a_date_passes(string today, string expected)
    {
        var policy = Compile(null).Model!;
        Assert.True(CalendarDate.TryParse(today, out var day));
        Assert.Equal(expected, PolicyDates.LastPassed(policy, day).ToString());
    }

    [Fact]
    public void Checking_as_of_that_day_finds_what_checking_as_of_today_finds()
    {
        var policy = Compile(null).Model!;
        for (var day = new DateOnly(2024, 5, 30); day < new DateOnly(2027, 6, 10); day = day.AddDays(1))
        {
            var today = new CalendarDate(day.Year, day.Month, day.Day);
            var (exact, reduced) = (Compile(today), Compile(PolicyDates.LastPassed(policy, today)));
            Assert.Equal(exact.Diagnostics, reduced.Diagnostics);
            Assert.Equal(exact.Model!.Enforce.Of("PAC3001"), reduced.Model!.Enforce.Of("PAC3001"));
        }
    }

    private static readonly ParsedFile s_parsed = PolicyCompiler.Parse("policies/shop.policy.yaml", Samples.Policy);

    private static CompiledPolicy Compile(CalendarDate? asOf) => PolicyCompiler.Compile([s_parsed], null, asOf);
}
