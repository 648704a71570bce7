namespace Ocis.Statistics;

/// <summary>The answer to the banner.</summary>
public sealed record CookieAnswer(bool Statistics);
