using System.Collections.Immutable;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Whom a breach touches, with which data, and what the law asks.</summary>
/// <param name="Controller">Who answers for the data.</param>
/// <param name="KnownAt">When the controller came to know.</param>
/// <param name="At">When this was written.</param>
/// <param name="People">How many people of each kind are known by name.</param>
/// <param name="Data">Which data.</param>
/// <param name="Unnamed">What the trail counts and names nobody for: their people may be more than those above.</param>
/// <param name="Deadlines">What each law asks, and how long there is.</param>
/// <param name="Contact">Who is reached when data leaks; null where the policy does not say.</param>
/// <param name="Officer">How the data protection officer is reached; null where the policy does not say.</param>
public sealed record BreachReport(
    string Controller, DateTimeOffset KnownAt, DateTimeOffset At, ImmutableArray<BreachedPeople> People,
    ImmutableArray<BreachedData> Data, ImmutableArray<UnnamedAccess> Unnamed, ImmutableArray<BreachDeadline> Deadlines,
    string? Contact, string? Officer)
{
    /// <summary>Whether data is among it by which people are hurt most: health, money, identity, what signs them in.</summary>
    public bool IsHighRisk => Data.Any(data => data.IsHighRisk);

    /// <summary>The report as JSON.</summary>
    public string ToJson() => BreachText.Json(this);

    /// <summary>The report as Markdown.</summary>
    /// <param name="language"><c>en</c> or <c>id</c>; English for every other.</param>
    public string ToMarkdown(string language) => BreachText.Markdown(this, language);
}
