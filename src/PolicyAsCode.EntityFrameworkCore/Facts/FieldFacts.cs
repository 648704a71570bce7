namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>A personal field.</summary>
/// <param name="Name">The property; <c>Address.Street</c> for one of an object in the row.</param>
/// <param name="Identifies">Whether it singles out a person by itself.</param>
/// <param name="StaysInKeptRows">Whether a row that the law keeps may go on holding it.</param>
public sealed record FieldFacts(string Name, bool Identifies, bool StaysInKeptRows)
{
    /// <summary>Whether somebody is let in by it: no copy holds it, and no request corrects it.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether it was concluded, and given by nobody: no request corrects it.</summary>
    public bool IsConcluded { get; init; }
}
