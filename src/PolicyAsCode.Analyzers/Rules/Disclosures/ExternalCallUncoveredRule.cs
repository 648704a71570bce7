using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Disclosures;

/// <summary>PAC3008: personal data leaves the program, and nothing says who gets it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExternalCallUncoveredRule : DisclosureRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.ExternalCallUncovered, RuleCategories.Purposes, DiagnosticSeverity.Error);

    /// <summary>Creates the rule.</summary>
    public ExternalCallUncoveredRule() : base(Rule)
    {
    }

    private protected override void Check(Disclosure disclosure, BodyFlow flow, BoundPolicy policy, Reporter reporter)
    {
        if (disclosure.Recipient is not null || disclosure.IsPrompt)
            return;
        var sent = disclosure.Categories(disclosure.Handed.Label.Personal, policy).ToList();
        var (code, categories) = (Wording.Code(disclosure.Handed.Value.Syntax), Wording.List(sent));
        var call = Wording.Member(disclosure.Handed.Method);
        var because = sent.SelectMany(category => WhoGets(category, policy)).Distinct().ToList();
        var (title, cited) = (policy.Model.Header.Title, Wording.Citation(policy.Model, because.FirstOrDefault()));
        Report(disclosure, flow, policy, reporter, because,
            disclosure.Handed.Path is { } path
                ? Say.This("SentThrough", code, categories, call, Wording.Path(path), title, cited)
                : Say.This("Sent", code, categories, call, title, cited));
    }

    /// <summary>Who gets it; where nobody does, what says so.</summary>
    private static IEnumerable<Statement> WhoGets(Term category, BoundPolicy policy)
    {
        var recipients = policy.Evaluator.RecipientsOf(category);
        if (!recipients.IsEmpty)
            return recipients;
        var never = policy.Model.Never
            .Where(never => never is { Action: "disclose", Purpose: null, Recipient: null }
                && (never.Category is null || category.IsWithin(never.Category)))
            .ToList<Statement>();
        return never.Count > 0 ? never : policy.Evaluator.MayCollect(category).Because;
    }
}
