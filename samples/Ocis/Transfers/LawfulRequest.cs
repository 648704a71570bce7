namespace Ocis.Transfers;

/// <summary>A request that somebody at OCIS has checked: its reference, the law it stands on, and whom it is about.</summary>
public sealed record LawfulRequest(string Reference, string Law, Guid UserId);
