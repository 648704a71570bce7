using PolicyAsCode.Language;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Generators.Policy;

/// <summary>Reduces what a policy states of its audit, and of leaks, to <see cref="AuditPolicyFacts"/>.</summary>
internal static class AuditPolicyReader
{
    public static AuditPolicyFacts Read(PolicyModel policy, PolicyEvaluator evaluator) => new(
        policy.Controller.Name, policy.Follows.ToEquatable(), policy.Controller.BreachContact, policy.Controller.Officer,
        policy.Vocabulary.Terms(TermKind.Category)
            .Where(category => !evaluator.ProtectedBy(category, Protection.Audited).IsEmpty)
            .Select(category => category.Key).OrderBy(key => key, StringComparer.Ordinal).ToEquatable());
}
