using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Disclosures;

/// <summary>PAC3007: a recipient gets personal data in a form that is nearer to the person than the policy promises.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FormNotAllowedRule : DisclosureRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.FormNotAllowed, RuleCategories.Purposes, DiagnosticSeverity.Error);

    /// <summary>Creates the rule.</summary>
    public FormNotAllowedRule() : base(Rule)
    {
    }

    private protected override void Check(Disclosure disclosure, BodyFlow flow, BoundPolicy policy, Reporter reporter)
    {
        if (disclosure.Recipient is not { } recipient)
            return;
        var refused = Refusal.Of(disclosure, policy).Where(one => one.Promised is not null).ToList();
        if (refused.Count == 0)
            return;

        var first = refused[0];
        var alike = refused.Where(one => ReferenceEquals(one.Purpose, first.Purpose)
            && one.Form == first.Form && one.Promised == first.Promised).ToList();
        var (code, categories) =
            (Wording.Code(disclosure.At), Wording.List(alike.Select(one => one.Category)));
        var (to, title) = (To(recipient, first.Purpose), policy.Model.Header.Title);
        var (form, promised) = (Wording.Word(first.Form), Wording.Word(first.Promised!.Value));
        var (mark, cited) =
            ($"[Anonymises(DataForm.{first.Promised})]", Wording.Citation(policy.Model, Telling(first, recipient)));
        Report(disclosure, flow, policy, reporter, alike.SelectMany(one => one.Decision.Because),
            disclosure.Handed.Path is { } path
                ? Say.This("FormThrough", code, categories, to, form, Wording.Path(path), title, promised, cited, mark)
                : Say.This("Form", code, categories, to, form, title, promised, cited, mark),
            disclosure.IsServed ? null : Mend.With(Mend.Form, first.Promised.ToString()!));
    }

    // The recipient's own statement says which form it gets.
    private static Statement? Telling(Refusal refusal, Term recipient) =>
        refusal.Decision.Because.OfType<RecipientStatement>().FirstOrDefault(one => recipient.IsWithin(one.Recipient))
            ?? refusal.Decision.Because.FirstOrDefault();
}
