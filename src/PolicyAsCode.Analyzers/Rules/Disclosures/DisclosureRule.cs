using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Disclosures;

/// <summary>Base of the rules on who gets personal data.</summary>
public abstract class DisclosureRule : PolicyRule
{
    private readonly DiagnosticDescriptor _rule;

    private protected DisclosureRule(DiagnosticDescriptor rule) : base(rule) => _rule = rule;

    private protected sealed override void Register(RuleScope scope)
    {
        var policy = scope.Policy;
        scope.OnData((flow, reporter) =>
            {
                foreach (var disclosure in Disclosure.In(flow, policy))
                    Check(disclosure, flow, policy, reporter);
            });
    }

    private protected abstract void Check(Disclosure disclosure, BodyFlow flow, BoundPolicy policy, Reporter reporter);

    private protected void Report(
        Disclosure disclosure, BodyFlow flow, BoundPolicy policy, Reporter reporter, IEnumerable<Statement> because,
        Message message, ImmutableDictionary<string, string?>? mend = null)
    {
        var handed = disclosure.Handed;
        reporter.Report(
            _rule, disclosure.At.GetLocation(), flow.Owner, because.Distinct(),
            disclosure.IsServed
                ? [handed.Site]
                : Origins.Of(handed.Value, flow, policy).Concat(handed.Path is null ? [] : [handed.Site]),
            message, mend);
    }

    /// <summary><c>payment-provider</c>, <c>payment-provider for promotion</c>.</summary>
    private protected static Message To(Term recipient, Term? purpose) =>
        purpose is null ? Message.Verbatim(recipient.Key) : Say.This("ToFor", recipient.Key, purpose.Key);
}
