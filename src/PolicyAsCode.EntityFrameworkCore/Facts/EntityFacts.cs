using System.Collections.Immutable;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What is said of an entity.</summary>
/// <param name="Type">Its class.</param>
/// <param name="Subject">Whose data it declares to hold; null where it declares nothing.</param>
/// <param name="IsRecord">Whether its rows are the subjects' own records.</param>
/// <param name="Holds">Its legal holds: properties which, while true, keep the row and what belongs to it.</param>
/// <param name="Groups">Its personal fields, by what the policy says of them.</param>
public sealed record EntityFacts(
    Type Type, string? Subject, bool IsRecord, ImmutableArray<string> Holds, ImmutableArray<FieldGroupFacts> Groups)
{
    /// <summary>
    /// The references by which a row can be of two people (who wrote it, who received it); none where there is but one.
    /// </summary>
    public ImmutableArray<SideFacts> Sides { get; init; } = [];
}
