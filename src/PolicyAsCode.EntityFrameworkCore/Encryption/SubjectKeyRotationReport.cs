namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What a rotation did.</summary>
/// <param name="Resealed">How many values were sealed anew.</param>
/// <param name="Deleted">How many keys were deleted.</param>
/// <param name="Waiting">How many superseded keys are left, until their grace is over.</param>
public sealed record SubjectKeyRotationReport(int Resealed, int Deleted, int Waiting);
