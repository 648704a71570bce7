namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>How a <see cref="RetentionPeriod"/> counts.</summary>
public enum RetentionUnit
{
    /// <summary>Hours on the clock, from the moment itself.</summary>
    Hours,

    /// <summary>Days of the calendar.</summary>
    Days,

    /// <summary>Seven days each.</summary>
    Weeks,

    /// <summary>Months of the calendar; 31 January and one month is the last day of February.</summary>
    Months,

    /// <summary>Years of the calendar; 29 February and one year is 28 February.</summary>
    Years,
}
