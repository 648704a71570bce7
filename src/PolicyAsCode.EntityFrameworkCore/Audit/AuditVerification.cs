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

/// <summary>What is wrong with a trail, and where.</summary>
/// <param name="Fault">What.</param>
/// <param name="Seal">The link of the chain; null for a pseudonym.</param>
/// <param name="Record">The record; null where it is none.</param>
/// <param name="Pseudonym">The pseudonym; null where it is none.</param>
public sealed record AuditFinding(AuditFault Fault, long? Seal, Guid? Record = null, string? Pseudonym = null);
