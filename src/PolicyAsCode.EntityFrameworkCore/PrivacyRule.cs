using System.Collections.Immutable;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>One thing that the policy demands of one entity, in words and with the clauses that demand it.</summary>
/// <param name="Entity">The entity, as the code calls it.</param>
/// <param name="Action">What happens to its rows.</param>
/// <param name="Fields">The fields that it is about; empty for whole rows.</param>
/// <param name="Reason">Why, in words: <c>contact.email: 2 years after last-purchase, then erased</c>.</param>
/// <param name="Clauses">The clauses of the published notice; empty for a decision beside it.</param>
/// <param name="Policy">Where the policy says so, such as <c>policies/jova-pos.policy.yaml:31</c>, or <c>…:31, 36</c> for two statements; empty where it does not.</param>
public sealed record PrivacyRule(
    string Entity, PrivacyAction Action, ImmutableArray<string> Fields, string Reason, ImmutableArray<string> Clauses,
    string Policy);
