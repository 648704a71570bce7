namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>A time of day, every day, in the controller's time zone.</summary>
internal sealed class SweepSchedule(RetentionCalendar calendar, TimeOnly at)
{
    /// <summary>When it was due last, at a moment or before it.</summary>
    public DateTimeOffset LastDue(DateTimeOffset now)
    {
        var day = calendar.DayOf(now);
        return On(day) is var due && due <= now ? due : On(day.AddDays(-1));
    }

    /// <summary>When it is due next, after a moment.</summary>
    public DateTimeOffset NextDue(DateTimeOffset now)
    {
        var day = calendar.DayOf(now);
        return On(day) is var due && due > now ? due : On(day.AddDays(1));
    }

    /// <summary>
    /// The moment of a day. Where clocks go forward over that time it is the first one after the gap; where they go back
    /// it is the first of the two.
    /// </summary>
    private DateTimeOffset On(DateOnly day)
    {
        var local = day.ToDateTime(at, DateTimeKind.Unspecified);
        while (calendar.Zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        var offset = calendar.Zone.IsAmbiguousTime(local)
            ? calendar.Zone.GetAmbiguousTimeOffsets(local).Max()
            : calendar.Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
