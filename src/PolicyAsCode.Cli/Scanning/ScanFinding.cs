namespace PolicyAsCode.Cli.Scanning;

/// <summary>One finding of a scan.</summary>
internal sealed record ScanFinding
{
    // What is undeclared, uncollected or out of sight is no breach yet: somebody has to say what it is.
    private static readonly string[] s_gaps =
    [
        "PAC2001", "PAC2002", "PAC2003", "PAC2004", "PAC2005", "PAC2008", "PAC3002", "PAC3008", "PAC9002",
    ];

    /// <summary>The rule.</summary>
    public required string Id { get; init; }

    /// <summary>How loudly the policy lets it speak.</summary>
    public required PolicySeverity Severity { get; init; }

    /// <summary>What is said.</summary>
    public required string Message { get; init; }

    /// <summary>Where; null for what has no place.</summary>
    public required Place? At { get; init; }

    /// <summary>Where the data came from, on its way to <see cref="At"/>.</summary>
    public ImmutableArray<Place> Way { get; init; } = [];

    /// <summary>The lines of the policy that decided.</summary>
    public ImmutableArray<Place> Because { get; init; } = [];

    /// <summary>Whether a waiver of the policy silences it.</summary>
    public bool IsWaived { get; init; }

    /// <summary>The line of the baseline that accepts it; null where none does.</summary>
    public string? AcceptedBy { get; init; }

    /// <summary>What it says of policy and code.</summary>
    public Outcome Outcome =>
        IsWaived ? Outcome.Waived
        : AcceptedBy is not null ? Outcome.Accepted
        : Id == PolicyRules.MatchesNothing ? Outcome.Vacuous
        : s_gaps.Contains(Id, StringComparer.Ordinal) ? Outcome.Gap
        : Outcome.Violation;
}
