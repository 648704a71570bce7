namespace PolicyAsCode.Generators.Policy;

/// <summary>Of what a policy has access and change recorded, and whom the law wants told when data leaks.</summary>
/// <param name="Controller">Who answers for the data.</param>
/// <param name="Laws">The laws that the policy follows, by key.</param>
/// <param name="BreachContact">Who is reached when data leaks; null where not said.</param>
/// <param name="Officer">How the data protection officer is reached; null where not said.</param>
/// <param name="Categories">The categories of which access and change are recorded, by key.</param>
public sealed record AuditPolicyFacts(
    string Controller, EquatableArray<string> Laws, string? BreachContact, string? Officer, EquatableArray<string> Categories)
{
    /// <summary>Nothing is recorded.</summary>
    public static AuditPolicyFacts None { get; } =
        new("", EquatableArray<string>.Empty, null, null, EquatableArray<string>.Empty);
}
