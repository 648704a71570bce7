using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore.Testing.Judging;

/// <summary>
/// By which references a row can be of two people, read from EF Core's model and the names of its fields: what the plan took
/// for the sides of a row is to be judged, and is not asked.
/// </summary>
internal static class Sides
{
    /// <param name="groups">What the policy says of the rows.</param>
    /// <param name="relations">What the rows refer to.</param>
    public static ImmutableArray<SideFacts> Of(IEnumerable<FieldGroupFacts> groups, IReadOnlyList<Relation> relations)
    {
        var own = groups.Where(group => group is { Path.Length: 1, Fields.IsEmpty: false }).ToList();
        if (own.Count == 0 || relations.FirstOrDefault(relation => relation.Name == own[0].Path[0].Properties) is not { } first)
            return [];
        var sides = relations.Where(relation => relation.Principal == first.Principal).ToList();
        if (sides.Count < 2)
            return [];
        var fields = own.SelectMany(group => group.Fields).Select(field => field.Name).Distinct().ToList();
        return [.. sides.Select(side => new SideFacts(
            new(side.Name, side.Principal.ClrType), [.. fields.Where(field => Longest(field, sides) == side)]))];
    }

    /// <summary>The side of the longest name that a field begins with: <c>SenderAgentName</c> is of <c>SenderAgent</c>.</summary>
    private static Relation? Longest(string field, IEnumerable<Relation> sides) => sides
        .Where(side => field.StartsWith(side.Role, StringComparison.Ordinal)
            && (field.Length == side.Role.Length || !char.IsLower(field[side.Role.Length])))
        .MaxBy(side => side.Role.Length);
}
