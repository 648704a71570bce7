namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Turns periods into cutoffs, in the controller's time zone. A maximum expires at the start of the local day
/// <c>anchor's day + period</c>, so that nothing is kept longer than promised; a legal minimum ends with the end of that
/// day, so that nothing is erased too early. The arithmetic goes forward from the anchor, as people read it:
/// <c>today - period</c> would miss 29 February and the ends of months.
/// </summary>
public sealed class RetentionCalendar(TimeZoneInfo zone)
{
    /// <summary>The time zone in which days begin.</summary>
    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>A calendar of an IANA zone, such as <c>Asia/Jakarta</c>.</summary>
    /// <exception cref="TimeZoneNotFoundException">The machine does not know the zone.</exception>
    public static RetentionCalendar In(string zone) => new(TimeZoneInfo.FindSystemTimeZoneById(zone));

    /// <summary>Anchors before it have reached the maximum.</summary>
    public RetentionCutoff Maximum(RetentionPeriod period, DateTimeOffset now)
    {
        if (period.Unit == RetentionUnit.Hours)
        {
            var moment = Earlier(now, period.Count);
            return new(moment, Next(DayOf(moment)));
        }

        return Cutoff(period, DayOf(now));
    }

    /// <summary>Anchors before it have served the minimum; those at it or after it must still be kept.</summary>
    public RetentionCutoff Minimum(RetentionPeriod period, DateTimeOffset now)
    {
        if (period.Unit == RetentionUnit.Hours)
        {
            var moment = Earlier(now, period.Count);
            return new(moment, DayOf(moment));
        }

        var today = DayOf(now);
        return today == DateOnly.MinValue ? Nothing : Cutoff(period, today.AddDays(-1));
    }

    /// <summary>The last day on which an anchor of that moment must be kept; null beyond the calendar.</summary>
    public DateOnly? LastDayOfMinimum(RetentionPeriod period, DateTimeOffset anchor) =>
        period.Unit == RetentionUnit.Hours
            ? DayOf(anchor.AddHours(period.Count))
            : period.After(DayOf(anchor));

    /// <summary>The last day on which an anchor of that day must be kept; null beyond the calendar.</summary>
    public DateOnly? LastDayOfMinimum(RetentionPeriod period, DateOnly anchor) =>
        period.Unit == RetentionUnit.Hours
            ? DayOf(StartOfDay(Next(anchor)).AddHours(period.Count))
            : period.After(anchor);

    /// <summary>The local day of a moment.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    /// <summary>
    /// The first moment of a local day. Found by search: where clocks go forward at midnight the day does not begin at
    /// 00:00, where they go back it has two of them, and where a zone crossed the date line (Samoa, 2011-12-30) the day
    /// does not exist, and the next one's beginning is meant.
    /// </summary>
    public DateTimeOffset StartOfDay(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        // No zone is further than 14 hours from UTC; one more day for a day that was left out.
        var before = Math.Max(midnight.Ticks - 40 * TimeSpan.TicksPerHour, DateTimeOffset.MinValue.Ticks);
        var after = Math.Min(midnight.Ticks + 40 * TimeSpan.TicksPerHour, DateTimeOffset.MaxValue.Ticks);
        while (before < after)
        {
            var middle = before + (after - before) / 2;
            if (DayOf(new DateTimeOffset(middle, TimeSpan.Zero)) < day)
                before = middle + 1;
            else
                after = middle;
        }

        return new(before, TimeSpan.Zero);
    }

    private static RetentionCutoff Nothing => new(DateTimeOffset.MinValue, DateOnly.MinValue);

    private RetentionCutoff Cutoff(RetentionPeriod period, DateOnly today)
    {
        if (period.Before(today) is not { } last)
            return Nothing;

        // Several days can lead to the same day: 28 and 29 February, a year on; the last four of January, a month on.
        while (last < DateOnly.MaxValue && period.After(last.AddDays(1)) is { } end && end <= today)
            last = last.AddDays(1);
        var first = Next(last);
        return new(StartOfDay(first), first);
    }

    private static DateOnly Next(DateOnly day) => day == DateOnly.MaxValue ? day : day.AddDays(1);

    private static DateTimeOffset Earlier(DateTimeOffset now, int hours) =>
        now.UtcTicks / TimeSpan.TicksPerHour > hours ? now.AddHours(-hours) : DateTimeOffset.MinValue;
}
