using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;

namespace PolicyAsCode.Analyzers.Rules.Disclosures;

/// <summary>PAC3006: a recipient gets personal data that the policy does not give it, or not for that purpose.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RecipientNotAllowedRule : DisclosureRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.RecipientNotAllowed, RuleCategories.Purposes, DiagnosticSeverity.Error);

    /// <summary>Creates the rule.</summary>
    public RecipientNotAllowedRule() : base(Rule)
    {
    }

    private protected override void Check(Disclosure disclosure, BodyFlow flow, BoundPolicy policy, Reporter reporter)
    {
        if (disclosure.Recipient is not { } recipient)
            return;
        var refused = Refusal.Of(disclosure, policy).Where(one => one.Promised is null).ToList();
        if (refused.Count == 0)
            return;

        // One finding: categories that are refused for the same purpose, and by the same reason.
        var first = refused[0];
        var instead = first.Instead(recipient, policy);
        var alike = refused.Where(one => ReferenceEquals(one.Purpose, first.Purpose)
            && one.Instead(recipient, policy).ToString() == instead.ToString()).ToList();
        var (code, categories) =
            (Wording.Code(disclosure.At), Wording.List(alike.Select(one => one.Category)));
        var (to, title) = (To(recipient, first.Purpose), policy.Model.Header.Title);
        Report(disclosure, flow, policy, reporter, alike.SelectMany(one => one.Decision.Because),
            disclosure.Handed.Path is { } path
                ? Say.This("DisclosedThrough", code, categories, to, Wording.Path(path), title, instead)
                : Say.This("Disclosed", code, categories, to, title, instead));
    }
}
