namespace OChat.Disclosure;

/// <summary>A request that somebody at OChat has checked: its reference, the law it stands on, and whom it is about.</summary>
public sealed record LawfulRequest(string Reference, string Law, Guid UserId);
