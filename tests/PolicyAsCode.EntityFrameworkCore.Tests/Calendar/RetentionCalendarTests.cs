using FsCheck;
using FsCheck.Fluent;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Calendar;

/// <summary>
/// Cutoffs against the definition, day by day: a maximum is over from the start of the day <c>anchor's day + period</c>,
/// a minimum from the start of the day after it. Zones with summer time, with midnights that do not exist or happen
/// twice, west and east of Greenwich, and one that skipped a day.
/// </summary>
public sealed class RetentionCalendarTests
{
    private static readonly string[] Zones =
        ["UTC", "Asia/Jakarta", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Africa/Cairo", "America/Havana",
            "Pacific/Apia", "Pacific/Kiritimati", "Asia/Kathmandu", "Australia/Lord_Howe"];

    private static readonly RetentionUnit[] DayUnits =
        [RetentionUnit.Days, RetentionUnit.Weeks, RetentionUnit.Months, RetentionUnit.Years];

    private static readonly Config Cases = Config.QuickThrowOnFailure.WithMaxTest(4_000);

    [Fact]
    public void A_cutoff_is_what_the_definition_says_day_by_day() =>
        Prop.ForAll(Arguments().ToArbitrary(), input =>
        {
            var calendar = RetentionCalendar.In(input.Zone);
            var day = calendar.DayOf(input.Anchor);
            var last = DefinedEnd(day, input.Period);
            var maximum = calendar.Maximum(input.Period, input.Now);
            var minimum = calendar.Minimum(input.Period, input.Now);
            var today = calendar.DayOf(input.Now);

            Assert.Equal(today >= last, input.Anchor < maximum.Moment);
            Assert.Equal(today >= last, day < maximum.Day);
            Assert.Equal(today > last, input.Anchor < minimum.Moment);
            Assert.Equal(today > last, day < minimum.Day);
            Assert.Equal(last, calendar.LastDayOfMinimum(input.Period, input.Anchor));
            Assert.Equal(last, calendar.LastDayOfMinimum(input.Period, day));
        }).Check(Cases);

    [Fact]
    public void A_day_starts_with_its_first_moment() =>
        Prop.ForAll(Arguments().ToArbitrary(), input =>
        {
            var calendar = RetentionCalendar.In(input.Zone);
            var day = calendar.DayOf(input.Anchor);
            var start = calendar.StartOfDay(day);
            Assert.True(start <= input.Anchor);
            Assert.Equal(day, calendar.DayOf(start));
            Assert.True(calendar.DayOf(start.AddTicks(-1)) < day);
        }).Check(Cases);

    [Theory]
    [InlineData("2024-02-29", 1, RetentionUnit.Years, "2025-02-28")]
    [InlineData("2023-02-28", 1, RetentionUnit.Years, "2024-02-28")]
    [InlineData("2024-02-29", 4, RetentionUnit.Years, "2028-02-29")]
    [InlineData("2025-01-31", 1, RetentionUnit.Months, "2025-02-28")]
    [InlineData("2025-01-28", 1, RetentionUnit.Months, "2025-02-28")]
    [InlineData("2025-03-31", 18, RetentionUnit.Months, "2026-09-30")]
    [InlineData("2025-12-31", 90, RetentionUnit.Days, "2026-03-31")]
    [InlineData("2025-12-31", 2, RetentionUnit.Weeks, "2026-01-14")]
    public void Leap_days_and_the_ends_of_months_expire_on_the_day_that_people_name(
        string anchor, int count, RetentionUnit unit, string expires)
    {
        var calendar = RetentionCalendar.In("Asia/Jakarta");
        var period = new RetentionPeriod(count, unit);
        var lastMoment = calendar.StartOfDay(DateOnly.Parse(anchor).AddDays(1)).AddTicks(-1);
        var begins = calendar.StartOfDay(DateOnly.Parse(expires));

        Assert.True(lastMoment < calendar.Maximum(period, begins).Moment);
        Assert.False(lastMoment < calendar.Maximum(period, begins.AddTicks(-1)).Moment);
        var ends = calendar.StartOfDay(DateOnly.Parse(expires).AddDays(1));
        Assert.True(lastMoment < calendar.Minimum(period, ends).Moment);
        Assert.False(lastMoment < calendar.Minimum(period, ends.AddTicks(-1)).Moment);
    }

    [Fact]
    public void Hours_are_counted_on_the_clock()
    {
        var calendar = RetentionCalendar.In("Europe/Berlin");
        var now = new DateTimeOffset(2025, 3, 30, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(now.AddHours(-72), calendar.Maximum(new(72, RetentionUnit.Hours), now).Moment);
        Assert.Equal(now.AddHours(-72), calendar.Minimum(new(72, RetentionUnit.Hours), now).Moment);
    }

    [Fact]
    public void A_period_longer_than_the_calendar_never_ends()
    {
        var calendar = RetentionCalendar.In("UTC");
        var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(DateTimeOffset.MinValue, calendar.Maximum(new(9_000, RetentionUnit.Years), now).Moment);
        Assert.Equal(DateTimeOffset.MinValue, calendar.Minimum(new(int.MaxValue, RetentionUnit.Weeks), now).Moment);
        Assert.Null(calendar.LastDayOfMinimum(new(9_000, RetentionUnit.Years), now));
    }

    /// <summary>The end of a period by counting, without the arithmetic that is tested.</summary>
    private static DateOnly DefinedEnd(DateOnly day, RetentionPeriod period)
    {
        if (period.Unit is RetentionUnit.Days or RetentionUnit.Weeks)
        {
            for (var i = 0; i < period.Count * (period.Unit == RetentionUnit.Weeks ? 7 : 1); i++)
                day = day.AddDays(1);
            return day;
        }

        var months = period.Unit == RetentionUnit.Years ? period.Count * 12 : period.Count;
        var (year, month) = (day.Year, day.Month);
        for (var i = 0; i < months; i++)
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1);
        var last = day.Day;
        while (!DateOnly.TryParse(FormattableString.Invariant($"{year:0000}-{month:00}-{last:00}"), out _))
            last--;
        return new(year, month, last);
    }

    /// <summary>Anchors from 2000 on, periods up to eight years, and a now around the end, where mistakes live.</summary>
    private static Gen<(string Zone, RetentionPeriod Period, DateTimeOffset Anchor, DateTimeOffset Now)> Arguments() =>
        from zone in Gen.Elements(Zones)
        from unit in Gen.Elements(DayUnits)
        from count in Gen.Choose(1, unit switch { RetentionUnit.Years => 8, RetentionUnit.Months => 40, _ => 400 })
        from day in Gen.Choose(0, 365 * 25)
        from second in Gen.OneOf(Gen.Choose(0, 86_399), Gen.Elements(0, 1, 3_599, 3_600, 61_200, 61_199, 86_399))
        from around in Gen.Choose(-3, 3)
        from nowSecond in Gen.OneOf(Gen.Choose(0, 86_399), Gen.Elements(0, 61_200, 61_199, 86_399))
        let anchor = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day).AddSeconds(second)
        let period = new RetentionPeriod(count, unit)
        let end = DefinedEnd(DateOnly.FromDateTime(anchor.UtcDateTime), period).AddDays(around)
        let now = new DateTimeOffset(end, TimeOnly.MinValue, TimeSpan.Zero).AddSeconds(nowSecond)
        select (zone, period, anchor, now);
}
