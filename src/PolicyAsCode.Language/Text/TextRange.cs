namespace PolicyAsCode.Language.Text;

/// <summary>A stretch of a text; the end is exclusive.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Offset">UTF-16 index of the start in the whole text.</param>
/// <param name="Length">UTF-16 length.</param>
public readonly record struct TextRange(TextPosition Start, TextPosition End, int Offset, int Length)
{
    // By hand: what a record makes of another structure is compiled just in time.
    /// <summary>Whether both are the same stretch.</summary>
    public bool Equals(TextRange other) =>
        Offset == other.Offset && Length == other.Length && Start.Equals(other.Start) && End.Equals(other.End);

    /// <inheritdoc/>
    public override int GetHashCode() => Offset * 31 + Length;
}
