namespace PolicyAsCode.Reports.Model;

/// <summary>How long something is kept.</summary>
internal sealed record KeptEntry
{
    /// <summary>Whether it is used and never stored.</summary>
    public bool IsNeverStored { get; init; }

    /// <summary>The longest time; null where none is stated.</summary>
    public Duration? AtMost { get; init; }

    /// <summary>The shortest time; null where none is stated.</summary>
    public Duration? AtLeast { get; init; }

    /// <summary>The event from which it counts; null for what is never stored.</summary>
    public Named? From { get; init; }

    /// <summary>What happens then.</summary>
    public RetentionAction Then { get; init; }

    /// <summary>Why it is kept at least so long; null where not said.</summary>
    public string? Because { get; init; }

    /// <summary>The same in a sentence.</summary>
    public required string Says { get; init; }

    /// <summary>The same in a few words, for a register.</summary>
    public required string Short { get; init; }

    /// <summary>By which clause.</summary>
    public required Origin Origin { get; init; }

    /// <summary>The time after which the action comes, in days; to draw and to sort by, nothing is computed from it.</summary>
    public double Days => (AtMost, AtLeast) switch
    {
        ({ } most, { } least) => Math.Max(DaysOf(most), DaysOf(least)),
        ({ } most, null) => DaysOf(most),
        (null, { } least) => DaysOf(least),
        _ => 0,
    };

    /// <summary>A duration in days, as long as a calendar's are on average.</summary>
    public static double DaysOf(Duration duration) => duration.Count * duration.Unit switch
    {
        DurationUnit.Hours => 1 / 24d,
        DurationUnit.BusinessDays => 7 / 5d,
        DurationUnit.Weeks => 7,
        DurationUnit.Months => 30.436875,
        DurationUnit.Years => 365.2425,
        _ => 1,
    };
}
