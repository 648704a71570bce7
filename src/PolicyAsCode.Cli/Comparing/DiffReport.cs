using PolicyAsCode.Language.Difference;

namespace PolicyAsCode.Cli.Comparing;

/// <summary>What differs, policy by policy.</summary>
/// <param name="Policies">Each of them.</param>
/// <param name="Language">The language in which it is told.</param>
internal sealed record DiffReport(ImmutableArray<ComparedPolicy> Policies, MessageLanguage Language)
{
    /// <summary>Whether some policy needs a new version and has none.</summary>
    public bool NeedsNewVersion => Policies.Any(policy => policy.Difference?.NeedsNewVersion == true);
}

/// <summary>One policy, on both sides.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Difference">What differs; null where only one side has it.</param>
/// <param name="IsNew">Whether only the new side has it.</param>
internal sealed record ComparedPolicy(string Name, PolicyDifference? Difference, bool IsNew = false);
