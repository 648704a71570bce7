using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Analyzers.Rules.Disclosures;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Purposes;

/// <summary>
/// Recipients that get data only after a proof (<c>after: consent</c>): what PAC3003 to PAC3005 have in common. What the
/// purpose alone waits for is told where the data is read; where both wait, each is a promise of its own, and is told.
/// </summary>
internal static class DisclosureGate
{
    /// <summary>Reports what is handed to such a recipient on a path that has not proved one of these gates.</summary>
    internal static void Register(RuleScope scope, DiagnosticDescriptor rule, ImmutableHashSet<string> gates)
    {
        var policy = scope.Policy;
        if (policy.Model.Recipients.Any(recipient => recipient.After is { } gate && gates.Contains(gate.Key)))
            scope.OnData((flow, reporter) =>
            {
                // Whether the callers of a private method have proved it is not known here.
                if (flow.Owner is IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private })
                    return;
                foreach (var disclosure in Disclosure.In(flow, policy))
                    if (disclosure is { Recipient: { } recipient, IsServed: false })
                        Check(disclosure, recipient, rule, gates, flow, policy, reporter);
            });
    }

    private static void Check(
        Disclosure disclosure, Term recipient, DiagnosticDescriptor rule, ImmutableHashSet<string> gates, BodyFlow flow,
        BoundPolicy policy, Reporter reporter)
    {
        var handed = disclosure.Handed;
        var proved = handed.Proved.In(policy.Model.Vocabulary.Terms(TermKind.Gate));
        foreach (var (form, categories) in handed.Label.ByForm())
            foreach (var category in disclosure.Categories(categories, policy))
                foreach (var purpose in disclosure.Purposes)
                    if (policy.Evaluator.MayDisclose(category, recipient, purpose, form) is { IsAllowed: true } decision
                        && decision.MissingFor(proved).FirstOrDefault(gate => gates.Contains(gate.Key)) is { } missing
                        && (Waits(decision, missing) || !policy.Evaluator.MayUse(category, purpose).Needs.Contains(missing)))
                    {
                        var way = handed.Path is { } path ? Say.This("ByWayOf", Wording.Path(path)) : Message.Verbatim("");
                        reporter.Report(
                            rule, disclosure.At.GetLocation(), flow.Owner, decision.Because,
                            Origins.Of(handed.Value, flow, policy).Concat(handed.Path is null ? [] : [handed.Site]),
                            Say.This("DisclosedBeforeProof", Wording.Code(disclosure.At), category.Key, recipient.Key,
                                purpose.Key, way, missing.Key, policy.Model.Header.Title,
                                Wording.Citation(policy.Model, decision.Because.FirstOrDefault())));
                        return;
                    }
    }

    private static bool Waits(Decision decision, Term gate) =>
        decision.Because.OfType<RecipientStatement>().Any(recipient => recipient.After == gate);
}
