namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>A length of time as a policy states it.</summary>
/// <param name="Count">How many; one or more.</param>
/// <param name="Unit">Of what.</param>
public readonly record struct RetentionPeriod(int Count, RetentionUnit Unit)
{
    /// <summary>The day that lies this period after another; null beyond the calendar. Hours have no such day.</summary>
    internal DateOnly? After(DateOnly day) => Move(day, Count);

    /// <summary>The day that lies this period before another; null before the calendar. Hours have no such day.</summary>
    internal DateOnly? Before(DateOnly day) => Move(day, -(long)Count);

    private DateOnly? Move(DateOnly day, long count)
    {
        try
        {
            return Unit switch
            {
                RetentionUnit.Days => day.AddDays(checked((int)count)),
                RetentionUnit.Weeks => day.AddDays(checked((int)count * 7)),
                RetentionUnit.Months => day.AddMonths(checked((int)count)),
                RetentionUnit.Years => day.AddYears(checked((int)count)),
                _ => throw new InvalidOperationException($"{Unit} are not counted in days."),
            };
        }
        catch (Exception beyond) when (beyond is ArgumentOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    /// <summary><c>2 years</c>, <c>1 month</c>.</summary>
    public override string ToString()
    {
        var unit = Unit.ToString().ToLowerInvariant();
        return FormattableString.Invariant($"{Count} {(Count == 1 ? unit[..^1] : unit)}");
    }
}
