namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What became of the rows that a table had before its columns were encrypted.</summary>
/// <param name="Sealed">How many values were sealed now.</param>
/// <param name="Left">The columns in which values still lie in the clear, with how many, as the database counts them.</param>
public sealed record SealExistingReport(long Sealed, IReadOnlyDictionary<string, long> Left)
{
    /// <summary>Whether nothing is left: <c>IsBeingSealed()</c> can go, and a migration adds the constraints.</summary>
    public bool IsDone => Left.Count == 0;
}
