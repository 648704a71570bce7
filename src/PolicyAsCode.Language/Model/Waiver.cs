namespace PolicyAsCode.Language.Model;

/// <summary>What kind of exception a waiver is.</summary>
public enum WaiverKind
{
    /// <summary>The finding is wrong: what it says does not happen.</summary>
    FalsePositive,

    /// <summary>It happens, and somebody answers for it.</summary>
    AcceptedRisk,

    /// <summary>It happens, and will be mended by the end of the waiver.</summary>
    PlannedFix,
}

/// <summary>A finding that a named person accepts until a date.</summary>
public sealed record Waiver : Statement
{
    /// <summary>How many years ahead a waiver may end.</summary>
    public const int MostYears = 2;

    /// <summary>The rule it silences.</summary>
    public required string Rule { get; init; }

    /// <summary>Where: a symbol's full name, <c>*</c> at the end for all below it.</summary>
    public required string At { get; init; }

    /// <summary>Why.</summary>
    public required string Because { get; init; }

    /// <summary>Who accepts it.</summary>
    public required string ApprovedBy { get; init; }

    /// <summary>The last day on which it holds.</summary>
    public required CalendarDate Until { get; init; }

    /// <summary>
    /// The first day on which it can hold: a waiver ends at most <see cref="MostYears"/> years ahead, or nobody would
    /// look at it again.
    /// </summary>
    public CalendarDate FirstDay => Until.YearsBefore(MostYears);

    /// <summary>What kind of exception it is; null where not said.</summary>
    public WaiverKind? Kind { get; init; }

    /// <summary>Where the work on it is followed; null where not said.</summary>
    public string? Ticket { get; init; }
}
