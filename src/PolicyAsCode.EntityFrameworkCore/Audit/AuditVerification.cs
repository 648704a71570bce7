namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What a verification of the trail found.</summary>
/// <param name="Sealed">How many records are under seals that hold.</param>
/// <param name="Unsealed">How many wait for a seal; a change to them is not found.</param>
/// <param name="First">What is wrong first; null where nothing is.</param>
public sealed record AuditVerification(long Sealed, long Unsealed, AuditFinding? First)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsIntact => First is null;
}
