using System.Collections.Immutable;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Data that a breach touches.</summary>
/// <param name="Entity">The entity, as the code calls it.</param>
/// <param name="Field">The field.</param>
/// <param name="Categories">What it holds, by the vocabulary's keys.</param>
/// <param name="IsHighRisk">Whether it is data by which people are hurt most.</param>
public sealed record BreachedData(string Entity, string Field, ImmutableArray<string> Categories, bool IsHighRisk);
