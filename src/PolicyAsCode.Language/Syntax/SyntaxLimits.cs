namespace PolicyAsCode.Language.Syntax;

/// <summary>Bounds of a file. Files are untrusted: beyond these they are not read.</summary>
internal static class SyntaxLimits
{
    /// <summary>Characters of a file.</summary>
    public const int Characters = 4 * 1024 * 1024;

    /// <summary>Lists and groups inside each other.</summary>
    public const int Depth = 24;

    /// <summary>Words, lists and groups.</summary>
    public const int Nodes = 500_000;

    /// <summary>Mistakes of syntax in one file; after these the rest is not read.</summary>
    public const int Mistakes = 20;
}
