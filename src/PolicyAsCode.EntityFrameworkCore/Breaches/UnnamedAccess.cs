namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Access of which the trail does not say whose data it was: projections, bulk statements, queries of many people.</summary>
/// <param name="Entity">The entity, as the code calls it; empty where nobody can tell.</param>
/// <param name="Way">By which way.</param>
/// <param name="Records">How many records.</param>
/// <param name="Rows">How many rows they name together.</param>
public sealed record UnnamedAccess(string Entity, AuditWay Way, long Records, long Rows);
