namespace PolicyAsCode.Cli.Scanning;

/// <summary>Some code, ready for the compiler, and what of it could not be made ready.</summary>
/// <param name="Projects">What is there to compile.</param>
internal sealed record ScannedCode(ImmutableArray<CodeProject> Projects)
{
    /// <summary>Projects of tests that were passed by.</summary>
    public ImmutableArray<string> Tests { get; init; } = [];

    /// <summary>Project files that cannot be read.</summary>
    public ImmutableArray<string> Unreadable { get; init; } = [];

    /// <summary>What a build said that failed; empty where none did.</summary>
    public ImmutableArray<string> BuildErrors { get; init; } = [];

    /// <summary>Whether a build told what is compiled, so that nothing should stay unresolved.</summary>
    public bool IsBuilt { get; init; }
}
