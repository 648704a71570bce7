using PolicyAsCode.Cli.Files;

namespace PolicyAsCode.Cli.Scanning;

/// <summary>What is scanned, and for what.</summary>
/// <param name="Folder">From where the command was called.</param>
/// <param name="Root">The folder of the code, by full path.</param>
/// <param name="Shown">The same as the caller typed it.</param>
/// <param name="Policies">The files of the policy.</param>
/// <param name="Policy">Its name.</param>
/// <param name="Compiled">What they mean.</param>
/// <param name="AsOf">The day whose dates count.</param>
/// <param name="Language">In which language findings are told.</param>
internal sealed record ScanRequest(
    string Folder, string Root, string Shown, LoadedPolicies Policies, string Policy, CompiledPolicy Compiled, CalendarDate AsOf,
    MessageLanguage Language)
{
    /// <summary>What is accepted for now; null where everything counts.</summary>
    public ScanBaseline? Baseline { get; init; }
}
