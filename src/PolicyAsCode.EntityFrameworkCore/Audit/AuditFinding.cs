namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What is wrong with a trail, and where.</summary>
/// <param name="Fault">What.</param>
/// <param name="Seal">The link of the chain; null for a pseudonym.</param>
/// <param name="Record">The record; null where it is none.</param>
/// <param name="Pseudonym">The pseudonym; null where it is none.</param>
public sealed record AuditFinding(AuditFault Fault, long? Seal, Guid? Record = null, string? Pseudonym = null);
