namespace PolicyAsCode.Cli.Scanning;

/// <summary>Paths as the caller would type them: below what was named, by that name; others as they are.</summary>
/// <param name="request">What was named.</param>
internal sealed class ShownPaths(ScanRequest request)
{
    private readonly string _root = request.Root.TrimEnd('/', '\\') + Path.DirectorySeparatorChar;

    /// <summary>The path from the root with slashes; null outside it.</summary>
    public string? BelowRoot(string path) =>
        path.StartsWith(_root, StringComparison.Ordinal) ? path[_root.Length..].Replace('\\', '/') : null;

    /// <summary>As shown to people.</summary>
    public string Of(string path) =>
        BelowRoot(path) is not { } below ? path
        : request.Shown is "." ? below
        : $"{request.Shown.TrimEnd('/', '\\')}/{below}";
}
