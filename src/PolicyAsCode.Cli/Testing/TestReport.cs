using PolicyAsCode.Language.Testing;

namespace PolicyAsCode.Cli.Testing;

/// <summary>What came of the tests of one policy.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Results">Each expectation with the policy's answer, by file and place.</param>
/// <param name="Mistakes">What is wrong with its files.</param>
internal sealed record TestedPolicy(
    string Name, ImmutableArray<TestResult> Results, ImmutableArray<PolicyDiagnostic> Mistakes)
{
    /// <summary>The expectations that are not met.</summary>
    public IEnumerable<TestResult> Failed => Results.Where(result => !result.Passed);
}

/// <summary>What came of all tests.</summary>
/// <param name="Policies">Each policy.</param>
/// <param name="Language">The language in which it is told.</param>
internal sealed record TestReport(ImmutableArray<TestedPolicy> Policies, MessageLanguage Language)
{
    /// <summary>Whether every expectation is met, and no file has mistakes.</summary>
    public bool IsClean => Policies.All(policy => policy.Mistakes.IsEmpty && !policy.Failed.Any());
}
