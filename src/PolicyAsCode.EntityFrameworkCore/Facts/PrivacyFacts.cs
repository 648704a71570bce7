using System.Collections.Immutable;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// What the policy and the code say of a context's data, as the generated operations were planned from it: for proofs,
/// which judge by it what the operations do. It says what must come about, never by which statements.
/// </summary>
/// <param name="Policy">The policy's name.</param>
/// <param name="TimeZone">IANA zone in which days begin.</param>
/// <param name="Entities">The entities of which something is said.</param>
/// <param name="Erasures">The records of which an erasure was generated.</param>
public sealed record PrivacyFacts(
    string Policy, string TimeZone, ImmutableArray<EntityFacts> Entities, ImmutableArray<Type> Erasures)
{
    /// <summary>What is said of the run time's own tables, which know people as well.</summary>
    public ImmutableArray<OwnTableFacts> OwnTables { get; init; } = [];
}
