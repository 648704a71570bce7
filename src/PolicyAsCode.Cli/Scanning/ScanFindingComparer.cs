using System.Diagnostics.CodeAnalysis;

namespace PolicyAsCode.Cli.Scanning;

/// <summary>A file that several projects or frameworks compile is found in once.</summary>
internal sealed class ScanFindingComparer : IEqualityComparer<ScanFinding>
{
    /// <summary>The only one.</summary>
    public static readonly ScanFindingComparer Instance = new();

    /// <inheritdoc/>
    public bool Equals(ScanFinding? x, ScanFinding? y) =>
        x is null || y is null ? x == y : x.Id == y.Id && x.At == y.At && x.Message == y.Message;

    /// <inheritdoc/>
    public int GetHashCode([DisallowNull] ScanFinding obj) => HashCode.Combine(obj.Id, obj.At, obj.Message);
}
