namespace PolicyAsCode.Reports.Results;

/// <summary>How a test ended.</summary>
internal enum TestOutcome
{
    /// <summary>It passed.</summary>
    Passed,

    /// <summary>It was skipped, or a filter left it out: nothing is known of it.</summary>
    NotRun,

    /// <summary>It failed, or was broken off.</summary>
    Failed,
}
