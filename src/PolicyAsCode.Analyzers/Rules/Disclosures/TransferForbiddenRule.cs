using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Disclosures;

/// <summary>PAC3010: personal data is sold, rented or traded, and the policy forbids it, or grants it to nobody.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TransferForbiddenRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.TransferForbidden, RuleCategories.Purposes, DiagnosticSeverity.Error);

    /// <summary>Creates the rule.</summary>
    public TransferForbiddenRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope)
    {
        var policy = scope.Policy;
        scope.OnData((flow, reporter) =>
            {
                foreach (var handed in flow.Handed)
                    if (!handed.Label.IsImpersonal && policy.Transfers.Of(handed.Method, handed.Parameter) is var action
                        && action != RecipientAction.Share && !IsToldElsewhere(action, handed, flow, policy))
                        Check(action, handed, flow, policy, reporter);
            });
    }

    // What the code of a seller does was told where it was called.
    private static bool IsToldElsewhere(RecipientAction action, Handed handed, BodyFlow flow, BoundPolicy policy) =>
        policy.Transfers.Of(flow.Owner) == action
        || handed.Path?.Methods.Any(method => policy.Transfers.Of(method) == action) == true;

    private static void Check(RecipientAction action, Handed handed, BodyFlow flow, BoundPolicy policy, Reporter reporter)
    {
        var recipient = policy.Recipients.Of(handed.Method, handed.Parameter!);
        // What is not collected at all is PAC2002, unless it is forbidden in so many words.
        var refused = policy.Terms(handed.Label.Personal)
            .Select(category => (Category: category, Decision: policy.Evaluator.MayTransferAs(action, category, recipient)))
            .Where(one => one.Decision.Outcome == Outcome.Violation)
            .ToList();
        if (refused.Count == 0)
            return;

        // One finding: what is forbidden in so many words comes before what is granted to nobody.
        var isForbidden = refused.Exists(one => IsForbidden(one.Decision));
        var alike = refused.Where(one => IsForbidden(one.Decision) == isForbidden).ToList();
        var because = alike.SelectMany(one => one.Decision.Because).Distinct().ToList();
        var (code, categories) = (Wording.Code(handed.Value.Syntax), Wording.List(alike.Select(one => one.Category)));
        var (method, done, title) = (Wording.Member(handed.Method), Done(action), policy.Model.Header.Title);
        var way = handed.Path is null ? Message.Verbatim("") : Say.This("ByWayOf", Wording.Path(handed.Path));
        var cited = Wording.Citation(policy.Model, because.FirstOrDefault());
        reporter.Report(
            Rule, handed.Value.Syntax.GetLocation(), flow.Owner, because,
            Origins.Of(handed.Value, flow, policy).Concat(handed.Path is null ? [] : [handed.Site]),
            isForbidden
                ? Say.This("TransferForbidden", code, categories, method, way, done, title, cited)
                : Say.This("TransferNotGranted", code, categories, method, way, done, title, cited));
    }

    private static bool IsForbidden(Decision decision) => decision.Because.Any(statement => statement is Prohibition);

    private static Message Done(RecipientAction action) => action switch
    {
        RecipientAction.Sell => Say.This("Sold"),
        RecipientAction.Rent => Say.This("Rented"),
        _ => Say.This("Traded"),
    };
}
