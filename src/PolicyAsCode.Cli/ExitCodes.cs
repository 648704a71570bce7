namespace PolicyAsCode.Cli;

/// <summary>What the command answers to whoever started it; the same for every command, and part of its help.</summary>
internal static class ExitCodes
{
    /// <summary>Nothing is wrong.</summary>
    public const int Clean = 0;

    /// <summary>The policies have errors, or an answer is no.</summary>
    public const int Errors = 1;

    /// <summary>The command was called in a way that it cannot follow, or a file cannot be read.</summary>
    public const int Usage = 2;

    /// <summary>The tool itself failed (PAC9004).</summary>
    public const int OwnFailure = 3;
}
