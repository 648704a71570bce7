namespace PolicyAsCode.Cli.Checking;

/// <summary>What a check found.</summary>
/// <param name="Policies">The policies that were checked.</param>
/// <param name="AsOf">The day whose dates counted.</param>
/// <param name="Found">All findings, by policy, file and place.</param>
/// <param name="Language">The language in which they are told.</param>
internal sealed record CheckReport(
    ImmutableArray<string> Policies, CalendarDate AsOf, ImmutableArray<PolicyDiagnostic> Found, MessageLanguage Language)
{
    /// <summary>How many are errors.</summary>
    public int Errors => Count(PolicySeverity.Error);

    /// <summary>How many are warnings.</summary>
    public int Warnings => Count(PolicySeverity.Warning);

    /// <summary>How many are only observed.</summary>
    public int Notes => Count(PolicySeverity.Observe);

    private int Count(PolicySeverity severity) => Found.Count(one => one.Severity == severity);
}
