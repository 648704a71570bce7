using System.Collections.Immutable;

namespace PolicyAsCode.Language;

/// <summary>One file, read: what could be understood of it, and what could not.</summary>
public sealed class ParsedFile
{
    /// <summary>Its path, as handed in.</summary>
    public required string Path { get; init; }

    /// <summary>What it is.</summary>
    public required PolicyFileKind Kind { get; init; }

    /// <summary>Mistakes of syntax.</summary>
    public ImmutableArray<PolicyDiagnostic> Diagnostics { get; init; } = ImmutableArray<PolicyDiagnostic>.Empty;
}
