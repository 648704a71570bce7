namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>How an <see cref="AnswerTime"/> counts.</summary>
public enum AnswerTimeUnit
{
    /// <summary>Hours on the clock, from the moment itself: 3 x 24 hours are 72, also where clocks change.</summary>
    Hours,

    /// <summary>Days of the calendar; the day of the event does not count.</summary>
    Days,

    /// <summary>Days on which the controller works; the day of the event does not count.</summary>
    BusinessDays,

    /// <summary>Seven days each.</summary>
    Weeks,

    /// <summary>Months of the calendar; 31 January and one month is the last day of February.</summary>
    Months,

    /// <summary>Years of the calendar.</summary>
    Years,
}
