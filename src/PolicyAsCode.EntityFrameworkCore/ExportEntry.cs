namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>How many rows of an entity a copy holds.</summary>
/// <param name="Entity">The entity, as the code calls it.</param>
/// <param name="Side">Of rows of two people, which of them this is: <c>Sender</c>; null for others.</param>
/// <param name="Rows">How many.</param>
public sealed record ExportEntry(string Entity, string? Side, int Rows);
