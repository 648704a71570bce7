namespace PolicyAsCode.Language.Text;

/// <summary>A stretch of a file.</summary>
/// <param name="Path">The file's path, as it was handed in.</param>
/// <param name="Range">The stretch.</param>
public sealed record FileLocation(string Path, TextRange Range)
{
    // By hand: what a record makes of a structure is compiled just in time.
    /// <summary>Whether both are the same stretch of the same file.</summary>
    public bool Equals(FileLocation? other) => other is not null && Range.Equals(other.Range) && Path == other.Path;

    /// <inheritdoc/>
    public override int GetHashCode() => Range.GetHashCode();

    /// <summary>The way MSBuild and people write it: <c>path(line,column,line,column)</c>, counted from one.</summary>
    public override string ToString() =>
        $"{Path}({Range.Start.Line + 1},{Range.Start.Column + 1},{Range.End.Line + 1},{Range.End.Column + 1})";
}
