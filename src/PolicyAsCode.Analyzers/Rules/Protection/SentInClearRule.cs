using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Libraries;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Protection;

/// <summary>PAC5008: personal data that the policy sends encrypted is sent so that anybody between can read it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SentInClearRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.SentInClear, RuleCategories.Protection, DiagnosticSeverity.Error);

    /// <summary>Creates the rule.</summary>
    public SentInClearRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope)
    {
        var policy = scope.Policy;
        var encrypted = policy.Evaluator.Protected(Language.Model.Protection.EncryptedInTransit);
        if (!encrypted.IsEmpty)
            scope.OnData((flow, reporter) => Check(flow, encrypted, policy, reporter));
    }

    private static void Check(BodyFlow flow, TermSet encrypted, BoundPolicy policy, Reporter reporter)
    {
        // One finding a call, however many of its arguments carry something.
        var told = new HashSet<SyntaxNode>();
        foreach (var handed in flow.Handed)
            if (Sent(handed, encrypted, policy) is { IsEmpty: false } sent
                && ClearChannel.Of(handed, flow, policy) is { } channel
                && told.Add(CallSite.Here(handed, flow)?.Call.Syntax ?? handed.Value.Syntax))
                Report(handed, sent, channel, flow, policy, reporter);
    }

    // A credential in the clear is PAC5006.
    private static TermSet Sent(Handed handed, TermSet encrypted, BoundPolicy policy) => handed.Label.IsImpersonal
        ? TermSet.Empty
        : TermSet.Of(policy.Terms(handed.Label.Personal.Intersect(encrypted))
            .Where(category => !policy.Credentials.Contains(category) || !handed.Label.Raw.Contains(category)));

    private static void Report(
        Handed handed, TermSet sent, ClearChannel channel, BodyFlow flow, BoundPolicy policy, Reporter reporter)
    {
        var terms = policy.Terms(sent).ToList();
        var because = terms
            .SelectMany(category => policy.Evaluator.ProtectedBy(category, Language.Model.Protection.EncryptedInTransit))
            .Distinct().ToList();
        var (code, categories) = (Wording.Code(handed.Value.Syntax), Wording.List(terms));
        var (title, cited) = (policy.Model.Header.Title, Wording.Citation(policy.Model, because.FirstOrDefault()));
        reporter.Report(
            Rule, handed.Value.Syntax.GetLocation(), flow.Owner, because,
            Origins.Of(handed.Value, flow, policy).Concat(handed.Path is null ? [] : [handed.Site]),
            handed.Path is { } path
                ? Say.This("SentInClearThrough", code, categories, channel.Name, Wording.Path(path), title, cited, channel.Mend)
                : Say.This("SentInClear", code, categories, channel.Name, title, cited, channel.Mend));
    }
}
