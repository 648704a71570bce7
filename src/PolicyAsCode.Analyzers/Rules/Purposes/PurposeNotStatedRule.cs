using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Analyzers.Rules.Declarations;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Purposes;

/// <summary>
/// PAC3013: code says that it runs for a purpose that the policy does not state. It need not read any personal data: what is
/// collected that tells nobody's identity is used for the purposes stated, too.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PurposeNotStatedRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.PurposeNotStated, RuleCategories.Purposes, DiagnosticSeverity.Error);

    /// <summary>Creates the rule.</summary>
    public PurposeNotStatedRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope)
    {
        var policy = scope.Policy.Model;
        // A policy that has not come to its purposes yet closes no list.
        if (policy.Purposes.IsEmpty)
            return;
        scope.OnAttribute(AttributeTerms.Names, (attribute, context, reporter) =>
        {
            foreach (var named in AttributeTerms.Read(attribute, context))
                if (named.Kind == TermKind.Purpose
                    && policy.Vocabulary.Find(TermKind.Purpose, named.Key) is { } purpose
                    && scope.Policy.Evaluator.StatementOnPurpose(purpose) is null)
                    reporter.Report(
                        Rule, named.Syntax.GetLocation(), named.Owner, policy.Purposes,
                        Say.This("PurposeNotStated", purpose.Key, policy.Header.Title, Wording.List(Stated(policy))));
        });
    }

    // No statement says a word of this purpose: what it breaks is that the list is closed.
    private static IEnumerable<Message> Stated(PolicyModel policy) => policy.Purposes.Select(one =>
        Message.Joined(" ", [Message.Verbatim(one.Purpose.Key), Wording.Citation(policy, one)]));
}
