using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Protection;

/// <summary>PAC5001: personal data is handed to a log in the clear.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PersonalDataLoggedRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.PersonalDataLogged, RuleCategories.Protection, DiagnosticSeverity.Error);

    /// <summary>Creates the rule.</summary>
    public PersonalDataLoggedRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope)
    {
        var policy = scope.Policy;
        var logs = policy.Sinks;
        scope.OnBody(
            names => names.Mentions(policy.Names.Reaching),
            (flow, reporter) =>
            {
                foreach (var handed in flow.Handed)
                    if (handed.Parameter is not null && logs.Is(handed.Method))
                        Check(handed, flow, policy, reporter);
            });
    }

    private static void Check(Handed handed, BodyFlow flow, BoundPolicy policy, Reporter reporter)
    {
        // Pseudonymised data is not in the clear: only what is raw is kept out.
        var refused = policy.Terms(handed.Label.Raw)
            .Select(category => (Category: category, Decision: policy.Evaluator.MayLog(category)))
            .Where(one => !one.Decision.IsAllowed)
            .ToList();
        if (refused.Count == 0)
            return;

        var because = refused.SelectMany(one => one.Decision.Because).Distinct().ToList();
        reporter.Report(
            Rule, handed.Value.Syntax.GetLocation(), flow.Owner, because,
            Origins.Of(handed.Value, flow, policy).Concat(handed.Path is null ? [] : [handed.Site]),
            handed.Path is null
                ? Say.This("Logged", Wording.Code(handed.Value.Syntax), Wording.List(refused.Select(one => one.Category)),
                    policy.Model.Header.Title, Wording.Pronoun(refused.Count),
                    Wording.Citation(policy.Model, because.FirstOrDefault()))
                : Say.This("LoggedThrough", Wording.Code(handed.Value.Syntax),
                    Wording.List(refused.Select(one => one.Category)), Wording.Path(handed.Path),
                    policy.Model.Header.Title, Wording.Pronoun(refused.Count),
                    Wording.Citation(policy.Model, because.FirstOrDefault())));
    }
}
