using FsCheck;
using FsCheck.Fluent;
using PolicyAsCode.Language.Calendars;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Tests.Calendars;

/// <summary>Business days, compared with counting day by day.</summary>
public sealed class BusinessDaysTests
{
    private static readonly HolidayCalendar s_indonesia = HolidayCalendars.Find("ID")!;

    private static readonly Gen<DayOfWeek[]> s_weeks =
        Gen.NonEmptyListOf(Gen.Elements(Enum.GetValues<DayOfWeek>())).Select(days => days.Distinct().ToArray());

    private static readonly Gen<(HolidayCalendar Calendar, DayOfWeek[] Week, CalendarDate Start)> s_starts =
        from calendar in Gen.Elements(s_indonesia, HolidayCalendar.None)
        from week in Gen.OneOf(Gen.Constant(Controller.UsualWorkWeek.ToArray()), s_weeks)
        from start in Gen.Choose(new CalendarDate(2023, 12, 1).DayNumber, new CalendarDate(2028, 1, 10).DayNumber)
        select (calendar, week, CalendarDate.OfDayNumber(start));

    [Theory]
    [InlineData("2026-03-16", 1, "2026-03-17")]
    [InlineData("2026-03-16", 3, "2026-03-20")]     // Nyepi on the 19th; joint leave on the 18th and 20th counts
    [InlineData("2026-03-20", 1, "2026-03-23")]     // a week-end that is Idulfitri too
    [InlineData("2026-12-23", 2, "2026-12-28")]     // Christmas, and a week-end
    [InlineData("2026-12-30", 2, "2027-01-04")]     // over a New Year that is a holiday
    [InlineData("2027-12-30", 1, "2027-12-31")]     // the last day that is known
    [InlineData("2027-12-30", 2, null)]
    [InlineData("2028-06-01", 1, null)]
    [InlineData("2023-12-31", 1, "2024-01-02")]
    [InlineData("2023-12-30", 1, null)]             // nothing is known of 31 December 2023
    public void Business_days_pass_over_week_ends_and_holidays_and_end_with_the_calendar(string start, int count, string? end)
    {
        Assert.True(CalendarDate.TryParse(start, out var day));
        Assert.Equal(end, BusinessDays.Add(day, count, s_indonesia, Controller.UsualWorkWeek)?.ToString());
    }

    [Fact]
    public void They_are_counted_as_one_counts_day_by_day() => Check(s_starts, one =>
        Enumerable.Range(1, 40).All(count =>
            new BusinessDays(one.Calendar, one.Week).Add(one.Start, count) == CountedDayByDay(one.Start, count, one.Calendar, one.Week)));

    [Fact]
    public void They_end_on_a_day_of_work_later_for_more_of_them_and_add_up() => Check(
        from start in s_starts from first in Gen.Choose(1, 300) from second in Gen.Choose(1, 300) select (start, first, second), one =>
        {
            var days = new BusinessDays(one.start.Calendar, one.start.Week);
            if (days.Add(one.start.Start, one.first + one.second) is not { } end)
                return true;
            var between = days.Add(one.start.Start, one.first)!.Value;
            return days.IsBusinessDay(end) && days.IsBusinessDay(between)
                && between.CompareTo(end) < 0 && one.start.Start.CompareTo(between) < 0
                && days.Add(between, one.second) == end;
        });

    [Fact]
    public void A_later_start_never_ends_earlier() => Check(
        from start in s_starts from count in Gen.Choose(1, 200) select (start, count), one =>
        {
            var days = new BusinessDays(one.start.Calendar, one.start.Week);
            return days.Add(one.start.Start.NextDay(), one.count) is not { } later
                || days.Add(one.start.Start, one.count) is not { } end || later.CompareTo(end) >= 0;
        });

    [Fact]
    public void From_the_first_start_beyond_nothing_can_be_counted_and_from_the_day_before_it_can() => Check(
        from week in s_weeks from count in Gen.Choose(1, 400) select (week, count), one =>
        {
            var days = new BusinessDays(s_indonesia, one.week);
            var first = days.FirstStartBeyond(one.count);
            return days.Add(first, one.count) is null
                && (first == CalendarDate.First || days.Add(CalendarDate.OfDayNumber(first.DayNumber - 1), one.count) is not null);
        });

    [Fact]
    public void What_the_calendar_cannot_hold_is_beyond_it_from_the_start() =>
        Assert.Equal(CalendarDate.First, new BusinessDays(s_indonesia, Controller.UsualWorkWeek).FirstStartBeyond(5000));

    [Fact]
    public void Shortest_and_longest_hold_every_stretch_and_the_longest_is_one_of_them() => Check(
        from calendar in Gen.Elements(s_indonesia, HolidayCalendar.None)
        from week in s_weeks from count in Gen.Choose(1, 60) select (calendar, week, count), one =>
        {
            var days = new BusinessDays(one.calendar, one.week);
            var lengths = Enumerable.Range(new CalendarDate(2024, 1, 1).DayNumber, 1461)
                .Select(start => days.Add(CalendarDate.OfDayNumber(start), one.count)?.DayNumber - start)
                .OfType<int>().ToArray();
            return days.Shortest(one.count) >= one.count
                && lengths.Min() >= days.Shortest(one.count) && lengths.Max() == days.Longest(one.count);
        });

    [Fact]
    public void A_week_without_a_day_of_work_and_less_than_one_day_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new BusinessDays(s_indonesia, []));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => BusinessDays.Add(new(2026, 1, 1), 0, s_indonesia, Controller.UsualWorkWeek));
    }

    private static CalendarDate? CountedDayByDay(CalendarDate start, int count, HolidayCalendar calendar, DayOfWeek[] week)
    {
        var day = start;
        while (count > 0)
        {
            day = day.NextDay();
            if (!calendar.Covers(day))
                return null;
            if (week.Contains(new DateOnly(day.Year, day.Month, day.Day).DayOfWeek) && !calendar.IsHoliday(day))
                count--;
        }
        return day;
    }

    private static void Check<T>(Gen<T> cases, Func<T, bool> holds) =>
        Prop.ForAll(cases.ToArbitrary(), holds).QuickCheckThrowOnFailure();
}
