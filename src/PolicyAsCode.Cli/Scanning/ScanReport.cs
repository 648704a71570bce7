namespace PolicyAsCode.Cli.Scanning;

/// <summary>What a scan found, and what it could not see.</summary>
internal sealed record ScanReport
{
    /// <summary>What was asked for.</summary>
    public required ScanRequest Request { get; init; }

    /// <summary>What was looked at.</summary>
    public required ScannedCode Code { get; init; }

    /// <summary>All findings, by place and rule.</summary>
    public required ImmutableArray<ScanFinding> Found { get; init; }

    /// <summary>How many files were analysed; pages among them.</summary>
    public required int Files { get; init; }

    /// <summary>Errors of binding or syntax, by project: that many places could not be followed.</summary>
    public required ImmutableArray<(string Project, int Count)> Unbound { get; init; }

    /// <summary>Pages that no generator turned into code.</summary>
    public required int PagesPassedBy { get; init; }

    /// <summary>Rules that failed by a fault of ours, and on what.</summary>
    public required ImmutableArray<string> Failures { get; init; }

    /// <summary>How many findings are errors, as the policy has it.</summary>
    public int Errors => Found.Count(one => one.Severity == PolicySeverity.Error && one.Outcome is not (Outcome.Waived or Outcome.Accepted));

    /// <summary>How many findings the baseline accepts that are not there any more.</summary>
    public int Stale => Request.Baseline is { } baseline
        ? baseline.Entries.Sum(entry => Math.Max(0, entry.Value - Found.Count(one => one.AcceptedBy == entry.Key)))
        : 0;

    /// <summary>Packages that are not here, sorted.</summary>
    public ImmutableArray<string> MissingPackages =>
        [.. Code.Projects.SelectMany(project => project.MissingPackages).Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase)];
}
