using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;

namespace PolicyAsCode.Analyzers.Rules.Disclosures;

/// <summary>PAC3012: personal data in a prompt, and the policy names nobody who runs a model.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PromptUncoveredRule : DisclosureRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.PromptUncovered, RuleCategories.Purposes, DiagnosticSeverity.Error);

    /// <summary>Creates the rule.</summary>
    public PromptUncoveredRule() : base(Rule)
    {
    }

    private protected override void Check(Disclosure disclosure, BodyFlow flow, BoundPolicy policy, Reporter reporter)
    {
        if (disclosure.Recipient is not null || !disclosure.IsPrompt)
            return;
        var (code, categories) = (Wording.Code(disclosure.Handed.Value.Syntax),
            Wording.List(disclosure.Categories(disclosure.Handed.Label.Personal, policy)));
        var (title, cited) = (policy.Model.Header.Title, Wording.Citation(policy.Model, null));
        Report(disclosure, flow, policy, reporter, [],
            disclosure.Handed.Path is { } path
                ? Say.This("PromptedThrough", code, categories, Wording.Path(path), title, cited)
                : Say.This("Prompted", code, categories, title, cited));
    }
}
