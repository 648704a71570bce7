using System.Collections.Immutable;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Which fields of a context are personal, whose they are, and of which the policy has access and change recorded.
/// </summary>
/// <param name="Policy">The policy's name.</param>
/// <param name="Controller">Who answers for the data.</param>
/// <param name="Laws">The laws that the policy follows, such as <c>uu-pdp</c>.</param>
/// <param name="BreachContact">Who is reached when data leaks; null where the policy does not say.</param>
/// <param name="Officer">How the data protection officer is reached; null where the policy does not say.</param>
/// <param name="Entities">The entities with personal fields; one of several people is there once for each of them.</param>
public sealed record AuditFacts(
    string Policy, string Controller, ImmutableArray<string> Laws, string? BreachContact, string? Officer,
    ImmutableArray<AuditedEntityFacts> Entities)
{
    /// <summary>Whether the policy has access to any field recorded.</summary>
    public bool IsPromised => Entities.Any(entity => entity.Fields.Any(one => one.IsAudited));
}
