using PolicyAsCode.Language.Calendars;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Tests.Calendars;

/// <summary>Whether a promise is longer than what a law gives, also where the two count in different units.</summary>
public sealed class DurationOrderTests
{
    [Theory]
    [InlineData("30 business days", "72 hours", Longer.Always)]      // at least six weeks
    [InlineData("3 business days", "72 hours", Longer.Sometimes)]    // not from a Monday on; always over a week-end
    [InlineData("1 business day", "24 hours", Longer.Sometimes)]
    [InlineData("1 business day", "1 week", Longer.Never)]           // four days off in a row is the most there is
    [InlineData("10 business days", "1 month", Longer.Never)]        // Idulfitri 2025 and all
    [InlineData("20 business days", "1 month", Longer.Sometimes)]    // four weeks, and more over Idulfitri
    [InlineData("30 business days", "1 month", Longer.Always)]
    [InlineData("4 days", "72 hours", Longer.Always)]
    [InlineData("3 days", "72 hours", Longer.Never)]
    [InlineData("1 month", "1 month", Longer.Never)]
    [InlineData("28 days", "1 month", Longer.Never)]
    [InlineData("30 days", "1 month", Longer.Sometimes)]             // longer than February
    [InlineData("32 days", "1 month", Longer.Always)]
    [InlineData("1 year", "12 months", Longer.Never)]
    [InlineData("2 years", "23 months", Longer.Always)]
    [InlineData("365 days", "1 year", Longer.Never)]
    [InlineData("366 days", "1 year", Longer.Sometimes)]
    [InlineData("2 months", "9 weeks", Longer.Never)]
    public void A_promise_is_compared_from_every_day(string promise, string law, Longer expected) =>
        Assert.Equal(expected, Read(promise).IsLonger(Read(law),
            new(HolidayCalendars.Find("ID")!, Controller.UsualWorkWeek)));

    // Nobody says which days are worked: perhaps all, perhaps few. As many business days are never fewer days.
    [Theory]
    [InlineData("4 business days", "72 hours", Longer.Always)]
    [InlineData("3 business days", "72 hours", Longer.Sometimes)]
    [InlineData("1 business day", "1 year", Longer.Sometimes)]
    [InlineData("1 month", "31 business days", Longer.Never)]
    public void Without_a_calendar_business_days_are_at_least_as_many_days(string promise, string law, Longer expected) =>
        Assert.Equal(expected, Read(promise).IsLonger(Read(law), null));

    [Fact]
    public void Months_and_days_are_compared_as_the_calendar_has_them()
    {
        for (var months = 1; months <= 30; months++)
        {
            var lengths = Enumerable.Range(0, 4 * 366).Select(day => new DateOnly(2023, 1, 1).AddDays(day))
                .Select(day => day.AddMonths(months).DayNumber - day.DayNumber).ToArray();
            var month = new Duration(months, DurationUnit.Months);
            Assert.Equal(Longer.Never, month.IsLonger(Days(lengths.Max() + 1), null));
            Assert.NotEqual(Longer.Never, month.IsLonger(Days(lengths.Max() - 1), null));
            Assert.Equal(Longer.Always, Days(lengths.Max() + 1).IsLonger(month, null));
            Assert.NotEqual(Longer.Always, Days(lengths.Max() - 1).IsLonger(month, null));
        }
    }

    private static Duration Days(int count) => new(count, DurationUnit.Days);

    private static Duration Read(string text) =>
        Duration.TryParse(text, out var duration) ? duration : throw new ArgumentException(text);
}
