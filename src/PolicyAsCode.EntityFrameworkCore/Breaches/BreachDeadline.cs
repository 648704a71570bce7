namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What a law asks after a breach.</summary>
/// <param name="Law">The law, such as <c>uu-pdp</c>.</param>
/// <param name="Article">Where it says so.</param>
/// <param name="ToPeople">Whether the people are to be told, and not the authority.</param>
/// <param name="Until">Until when; null where it says "without undue delay".</param>
/// <param name="HoursLeft">How many hours are left, less than zero when it is late.</param>
/// <param name="OnlyAtHighRisk">Whether it is asked only where the risk is high.</param>
public sealed record BreachDeadline(
    string Law, string Article, bool ToPeople, DateTimeOffset? Until, double? HoursLeft, bool OnlyAtHighRisk);
