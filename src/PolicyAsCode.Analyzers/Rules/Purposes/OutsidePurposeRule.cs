using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Purposes;

/// <summary>PAC3002: a program begins to use personal data, and nobody on the way says what for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OutsidePurposeRule() : PolicyRule(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = Describe.CreateRule(
        RuleIds.OutsidePurpose, RuleCategories.Purposes, DiagnosticSeverity.Error);

    private protected override void Register(RuleScope scope) =>
        scope.OnBody(names => names.Mentions(scope.Policy.Names.Reaching), (flow, reporter) =>
        {
            if (!flow.Purposes.IsEmpty || !scope.Policy.EntryPoints.Is(flow.Owner, flow.Body))
                return;
            foreach (var read in flow.Reads)
                Check(read, read.Syntax, null, flow, scope.Policy, reporter);
            foreach (var called in flow.Uses)
                if (called.Use.Purposes.IsEmpty)
                    Check(called.Use.Read, called.Syntax, called.Use.Path, flow, scope.Policy, reporter);
        });

    private static void Check(
        MemberRead read, SyntaxNode at, CallPath? path, BodyFlow flow, BoundPolicy policy, Reporter reporter)
    {
        var categories = policy.Terms(read.Categories).ToList();
        if (read.IsPresenceTest || categories.Count == 0)
            return;
        var because = categories.Select(policy.Evaluator.StatementOn).OfType<DataStatement>().ToList();
        var purposes = categories.SelectMany(category => policy.Evaluator.PurposesOf(category)).Distinct().ToList();
        reporter.Report(
            Rule, at.GetLocation(), flow.Owner, because,
            path is null ? read.Member.Locations : read.Member.Locations.Prepend(read.Syntax.GetLocation()),
            Say.This("OutsidePurpose", Wording.Member(read.Member), Wording.List(categories),
                path is null ? Message.Verbatim("") : Say.This("ByWayOf", Wording.Path(path)),
                Wording.Member(flow.Owner), policy.Model.Header.Title, Wording.List(purposes),
                Wording.Citation(policy.Model, because.FirstOrDefault())));
    }
}
