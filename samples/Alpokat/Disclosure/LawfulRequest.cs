namespace Alpokat.Disclosure;

/// <summary>A request that the legal desk has checked: its reference, the law it stands on, and whom it is about.</summary>
public sealed record LawfulRequest(string Reference, string Law, Guid MerchantId);
