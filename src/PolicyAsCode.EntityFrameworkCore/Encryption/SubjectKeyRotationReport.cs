namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What a rotation did.</summary>
/// <param name="Resealed">How many values were sealed anew.</param>
/// <param name="Deleted">How many keys were deleted.</param>
/// <param name="Waiting">How many superseded keys are left, until their grace is over.</param>
public sealed record SubjectKeyRotationReport(int Resealed, int Deleted, int Waiting)
{
    /// <summary>
    /// The kinds of the errors by which keys, and erasures of keys, were left for the next run: a value that was damaged, for
    /// one. The others went on.
    /// </summary>
    public IReadOnlyList<string> Failures { get; init; } = [];
}
