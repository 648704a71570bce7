using FsCheck;
using FsCheck.Fluent;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Calendar;

/// <summary>
/// Business days against their definition, over random weeks, random holidays and the zones whose days are odd: summer
/// time, midnights that do not exist or come twice, a day that was left out.
/// </summary>
public sealed class BusinessCalendarTests
{
    private static readonly string[] s_zones =
        ["UTC", "Asia/Jakarta", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Africa/Cairo", "America/Havana",
            "Pacific/Apia", "Pacific/Kiritimati", "Asia/Kathmandu", "Australia/Lord_Howe"];

    private static readonly DateOnly s_first = new(2010, 1, 1);
    private static readonly DateOnly s_last = new(2014, 12, 31);

    private static readonly Config s_cases = Config.QuickThrowOnFailure.WithMaxTest(3_000);

    // A week may have one day of work, and each holiday may fall on it: 65 such days and a hundred holidays run over
    // less than 1,200 days. So many, and more, are known on either side of the days that a case begins with.
    private const int Margin = 1_500;
    private const int Cases = 1_000;
    private static readonly DateOnly s_earliest = new(2006, 1, 1);

    private static readonly Gen<BusinessCalendar> s_calendars =
        from zone in Gen.Elements(s_zones)
        from week in Gen.NonEmptyListOf(Gen.Elements(Enum.GetValues<DayOfWeek>()))
        from off in Gen.ListOf(Gen.Choose(0, Margin + Cases + Margin))
        select new BusinessCalendar(
            TimeZoneInfo.FindSystemTimeZoneById(zone), week, off.Take(100).Select(days => s_earliest.AddDays(days)),
            s_earliest, s_earliest.AddDays(Margin + Cases + Margin));

    private static readonly Gen<DateOnly> s_days = Gen.Choose(Margin, Margin + Cases).Select(days => s_earliest.AddDays(days));

    [Fact]
    public void So_many_business_days_lie_in_between_and_none_is_a_holiday() =>
        Each((calendar, day, count) =>
        {
            var end = calendar.Add(day, count);
            Assert.True(calendar.IsBusinessDay(end));
            Assert.DoesNotContain(end, calendar.Holidays);
            Assert.Equal(count, Days(day.AddDays(1), end).Count(calendar.IsBusinessDay));
        });

    [Fact]
    public void Later_or_more_is_never_earlier() =>
        Each((calendar, day, count) =>
        {
            var end = calendar.Add(day, count);
            Assert.True(calendar.Add(day.AddDays(1), count) >= end);
            Assert.True(calendar.Add(day, count + 1) > end);
        });

    [Fact]
    public void Forward_and_back_leads_home() =>
        Each((calendar, day, count) =>
        {
            var start = calendar.IsBusinessDay(day) ? day : calendar.Add(day, 1);
            Assert.Equal(start, calendar.Subtract(calendar.Add(start, count), count));
            Assert.Equal(start, calendar.Add(calendar.Subtract(start, count), count));
        });

    [Fact]
    public void One_more_holiday_at_the_end_makes_a_deadline_later() =>
        Prop.ForAll(
            (from day in s_days from count in Gen.Choose(1, 60) select (day, count)).ToArbitrary(),
            input =>
            {
                var end = In("UTC").Add(input.day, input.count);
                var stricter = In("UTC", end);
                Assert.Equal(In("UTC").Add(input.day, input.count + 1), stricter.Add(input.day, input.count));
            }).Check(s_cases);

    [Fact]
    public void A_deadline_is_late_from_the_first_moment_of_the_next_day_whatever_the_clocks_do() =>
        Each((calendar, day, count) =>
        {
            var start = calendar.StartOfDay(day).AddHours(9);
            var deadline = calendar.After(start, new(count, AnswerTimeUnit.BusinessDays));
            Assert.Equal(calendar.Add(calendar.DayOf(start), count), deadline.LastDay);
            Assert.True(calendar.DayOf(deadline.LateFrom.AddTicks(-1)) == deadline.LastDay || IsLeftOut(calendar, deadline.LastDay));
            Assert.True(calendar.DayOf(deadline.LateFrom) > deadline.LastDay);
            Assert.True(deadline.LateFrom > start);
        });

    [Fact]
    public void Hours_are_hours_also_where_clocks_change() =>
        Each((calendar, day, count) =>
        {
            var start = calendar.StartOfDay(day).AddHours(9);
            var deadline = calendar.After(start, new(count, AnswerTimeUnit.Hours));
            Assert.Equal(TimeSpan.FromHours(count), deadline.LateFrom - start);
            Assert.Equal(calendar.DayOf(deadline.LateFrom.AddTicks(-1)), deadline.LastDay);
        });

    [Fact]
    public void An_extension_goes_on_where_the_time_would_have_ended() =>
        Each((calendar, day, count) =>
        {
            var start = calendar.StartOfDay(day);
            var first = calendar.After(start, new(count, AnswerTimeUnit.BusinessDays));
            var longer = calendar.Extend(first, new(5, AnswerTimeUnit.BusinessDays));
            Assert.Equal(calendar.Add(calendar.DayOf(start), count + 5), longer.LastDay);
        });

    [Fact]
    public void Three_times_24_hours_over_the_night_of_the_clocks()
    {
        var calendar = In("Europe/Berlin");
        // Friday noon before summer time: Monday, one in the afternoon.
        var deadline = calendar.After(new(2012, 3, 23, 12, 0, 0, TimeSpan.FromHours(1)), new(72, AnswerTimeUnit.Hours));
        Assert.Equal(new(2012, 3, 26, 13, 0, 0, TimeSpan.FromHours(2)), deadline.LateFrom);
        Assert.Equal(new(2012, 3, 26), deadline.LastDay);
    }

    [Fact]
    public void Months_end_on_their_last_day_and_weeks_are_seven_days()
    {
        var calendar = In("Asia/Jakarta");
        var start = new DateTimeOffset(2012, 1, 31, 8, 0, 0, TimeSpan.FromHours(7));
        Assert.Equal(new(2012, 2, 29), calendar.After(start, new(1, AnswerTimeUnit.Months)).LastDay);
        Assert.Equal(new(2012, 2, 14), calendar.After(start, new(2, AnswerTimeUnit.Weeks)).LastDay);
        Assert.Equal(new(2012, 2, 1), calendar.After(start, new(1, AnswerTimeUnit.Days)).LastDay);
        Assert.Equal(new(2013, 1, 31), calendar.After(start, new(1, AnswerTimeUnit.Years)).LastDay);
    }

    [Fact]
    public void Past_the_known_years_is_an_error_that_says_so()
    {
        var calendar = In("Asia/Jakarta");
        var mistake = Assert.Throws<BeyondCalendarException>(() => calendar.Add(new(2014, 12, 1), 30));
        Assert.Contains("from 2010-01-01 to 2014-12-31", mistake.Message, StringComparison.Ordinal);
        Assert.Throws<BeyondCalendarException>(() => calendar.IsBusinessDay(new(2009, 12, 31)));
        Assert.Throws<BeyondCalendarException>(() => calendar.Subtract(new(2010, 1, 10), 30));
        // Nothing that needs no holidays needs the years.
        Assert.Equal(new(2015, 1, 14), calendar.After(new(2014, 12, 31, 0, 0, 0, TimeSpan.Zero), new(14, AnswerTimeUnit.Days)).LastDay);
    }

    [Fact]
    public void Without_a_calendar_business_days_cannot_be_counted()
    {
        var calendar = BusinessCalendar.WithoutBusinessDays("UTC");
        var mistake = Assert.Throws<BeyondCalendarException>(() => calendar.Add(new(2026, 1, 1), 1));
        Assert.Contains("controller.holidays", mistake.Message, StringComparison.Ordinal);
        Assert.Equal(new(2026, 1, 4), calendar.After(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new(72, AnswerTimeUnit.Hours)).LastDay.AddDays(1));
    }

    [Fact]
    public void A_week_without_work_and_a_holiday_of_an_unknown_year_are_mistakes()
    {
        Assert.Throws<ArgumentException>(() => new BusinessCalendar(TimeZoneInfo.Utc, [], [], s_first, s_last));
        Assert.Throws<ArgumentException>(() =>
            new BusinessCalendar(TimeZoneInfo.Utc, [DayOfWeek.Monday], [s_last.AddDays(1)], s_first, s_last));
    }

    private static BusinessCalendar In(string zone, params DateOnly[] holidays) => new(
        TimeZoneInfo.FindSystemTimeZoneById(zone),
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
        [new(2012, 12, 25), .. holidays], s_first, s_last);

    // Samoa had no 30 December 2011.
    private static bool IsLeftOut(BusinessCalendar calendar, DateOnly day) =>
        calendar.DayOf(calendar.StartOfDay(day)) != day;

    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
            yield return day;
    }

    private static void Each(Action<BusinessCalendar, DateOnly, int> check) =>
        Prop.ForAll(
            (from calendar in s_calendars from day in s_days from count in Gen.Choose(1, 60) select (calendar, day, count)).ToArbitrary(),
            input => check(input.calendar, input.day, input.count)).Check(s_cases);
}
