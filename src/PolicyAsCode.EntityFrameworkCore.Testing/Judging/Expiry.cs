using System.Globalization;

namespace PolicyAsCode.EntityFrameworkCore.Testing.Judging;

/// <summary>
/// When times are over, counted forward from the event, as people read a policy: a second opinion on the run time's
/// cutoffs, which count backward from now.
/// </summary>
internal sealed class Expiry(TimeZoneInfo zone)
{
    private static readonly TimeSpan s_step = TimeSpan.FromMicroseconds(1);

    /// <summary>The first moment at which the time is over; null for never.</summary>
    /// <param name="anchor">The event: a moment, or a day.</param>
    /// <param name="period">How long.</param>
    /// <param name="isMinimum">Whether the last day still counts.</param>
    public DateTimeOffset? Of(object anchor, RetentionPeriod period, bool isMinimum)
    {
        if (period.Unit == RetentionUnit.Hours)
        {
            var from = anchor is DateOnly date ? Start(isMinimum ? date.AddDays(1) : date) : Moment(anchor) + s_step;
            return from.AddHours(period.Count);
        }

        var day = anchor is DateOnly on ? on : Day(Moment(anchor));
        try
        {
            var last = period.Unit switch
            {
                RetentionUnit.Days => day.AddDays(period.Count),
                RetentionUnit.Weeks => day.AddDays(7 * period.Count),
                RetentionUnit.Months => day.AddMonths(period.Count),
                _ => day.AddYears(period.Count),
            };
            return Start(isMinimum ? last.AddDays(1) : last);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    public bool IsOver(object? anchor, RetentionPeriod period, bool isMinimum, DateTimeOffset now) =>
        anchor is not null && Of(anchor, period, isMinimum) is { } end && end <= now;

    /// <summary>The first moment of a local day.</summary>
    public DateTimeOffset Start(DateOnly day)
    {
        // By the hour, then by the minute: clocks change at odd times, and some days have no midnight.
        var at = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddHours(-15);
        while (Day(at.AddHours(1)) < day)
            at = at.AddHours(1);
        while (Day(at) < day)
            at = at.AddMinutes(1);
        return at;
    }

    public DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    /// <summary>
    /// Events around the one whose time ends at a moment: the first and the last that end with it, and the first that
    /// ends later.
    /// </summary>
    public IEnumerable<object> Around(DateTimeOffset now, RetentionPeriod period, bool isMinimum, bool isDay)
    {
        if (period.Unit == RetentionUnit.Hours)
        {
            var moment = now.AddHours(-period.Count);
            return isDay
                ? [Day(moment).AddDays(-2), Day(moment).AddDays(-1), Day(moment), Day(moment).AddDays(1)]
                : [moment - s_step, moment];
        }

        var days = period.Unit switch
        {
            RetentionUnit.Days => period.Count,
            RetentionUnit.Weeks => 7 * period.Count,
            RetentionUnit.Months => 31 * period.Count,
            _ => 366 * period.Count,
        };
        var last = Day(now).AddDays(-days - 4);
        while (Of(last.AddDays(1), period, isMinimum) <= now)
            last = last.AddDays(1);
        var first = last;
        while (Of(first.AddDays(-1), period, isMinimum) == now)
            first = first.AddDays(-1);
        return isDay
            ? new object[] { first, last, last.AddDays(1) }.Distinct()
            : [Start(first), Start(last.AddDays(1)) - s_step, Start(last.AddDays(1))];
    }

    private static DateTimeOffset Moment(object anchor) => anchor switch
    {
        DateTimeOffset moment => moment,
        DateTime moment => new(moment.Ticks, TimeSpan.Zero),
        _ => throw new InvalidOperationException(
            string.Create(CultureInfo.InvariantCulture, $"'{anchor}' ({anchor.GetType().Name}) is no date.")),
    };
}
