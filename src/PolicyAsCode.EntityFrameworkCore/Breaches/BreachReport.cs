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

/// <summary>People whom a breach touches.</summary>
/// <param name="Kind">The kind of person, such as <c>customer</c>.</param>
/// <param name="Count">How many.</param>
/// <param name="Erased">How many more there were who are erased since: nobody can tell who they were.</param>
public sealed record BreachedPeople(string Kind, long Count, long Erased);

/// <summary>Data that a breach touches.</summary>
/// <param name="Entity">The entity, as the code calls it.</param>
/// <param name="Field">The field.</param>
/// <param name="Categories">What it holds, by the vocabulary's keys.</param>
/// <param name="IsHighRisk">Whether it is data by which people are hurt most.</param>
public sealed record BreachedData(string Entity, string Field, ImmutableArray<string> Categories, bool IsHighRisk);

/// <summary>Access of which the trail does not say whose data it was: projections, bulk statements, queries of many people.</summary>
/// <param name="Entity">The entity, as the code calls it; empty where nobody can tell.</param>
/// <param name="Way">By which way.</param>
/// <param name="Records">How many records.</param>
/// <param name="Rows">How many rows they name together.</param>
public sealed record UnnamedAccess(string Entity, AuditWay Way, long Records, long Rows);

/// <summary>What a law asks after a breach.</summary>
/// <param name="Law">The law, such as <c>uu-pdp</c>.</param>
/// <param name="Article">Where it says so.</param>
/// <param name="ToPeople">Whether the people are to be told, and not the authority.</param>
/// <param name="Until">Until when; null where it says "without undue delay".</param>
/// <param name="HoursLeft">How many hours are left, less than zero when it is late.</param>
/// <param name="OnlyAtHighRisk">Whether it is asked only where the risk is high.</param>
public sealed record BreachDeadline(
    string Law, string Article, bool ToPeople, DateTimeOffset? Until, double? HoursLeft, bool OnlyAtHighRisk);
