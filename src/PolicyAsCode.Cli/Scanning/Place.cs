namespace PolicyAsCode.Cli.Scanning;

/// <summary>A place in a file, lines and columns from zero, the end exclusive.</summary>
internal readonly record struct Place(string Path, int Line, int Column, int EndLine, int EndColumn) : IComparable<Place>
{
    /// <summary>By path, then from the top.</summary>
    public int CompareTo(Place other)
    {
        var order = string.CompareOrdinal(Path, other.Path);
        return order != 0 ? order
            : (Line, Column, EndLine, EndColumn).CompareTo((other.Line, other.Column, other.EndLine, other.EndColumn));
    }
}
