namespace Ocis.Privacy;

/// <summary>A line of the audit trail: what was done with somebody's data, never the data [OCIS-4.3].</summary>
public sealed record TrailLine(DateTimeOffset At, string Action, string Entity, string Fields, string Purposes, string By);
