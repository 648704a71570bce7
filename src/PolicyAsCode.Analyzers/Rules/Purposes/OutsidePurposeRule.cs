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
        scope.OnData((flow, reporter) =>
        {
            if (!flow.Purposes.IsEmpty || !flow.AnswersItself)
                return;
            foreach (var use in Uses(flow).GroupBy(use => use.At))
                Report([.. use.Select(one => one.Read)], use.Key, use.First().Path, flow, scope.Policy, reporter);
        });

    private static IEnumerable<(MemberRead Read, SyntaxNode At, CallPath? Path)> Uses(BodyFlow flow)
    {
        foreach (var read in flow.Reads)
            if (IsUse(read))
                yield return (read, read.Syntax, null);
        foreach (var called in flow.Uses)
            if (called.Use.Purposes.IsEmpty && IsUse(called.Use.Read))
                yield return (called.Use.Read, called.Syntax, called.Use.Path);
    }

    private static bool IsUse(MemberRead read) => read is { IsPresenceTest: false, IsCopy: false, Categories.IsEmpty: false };

    private static bool IsAllowed(MemberRead read, Term purpose, BoundPolicy policy) =>
        policy.Terms(read.Categories).All(category => policy.Evaluator.MayUse(
            category, purpose, policy.Data.Subject(read.Member.ContainingType)).IsAllowed);

    private static void Report(
        IReadOnlyList<MemberRead> reads, SyntaxNode at, CallPath? path, BodyFlow flow, BoundPolicy policy, Reporter reporter)
    {
        var categories = reads.SelectMany(read => policy.Terms(read.Categories)).Distinct().ToList();
        var because = categories.Select(policy.Evaluator.StatementOn).OfType<Statement>().Distinct().ToList();
        if (because.Count == 0)
            because = [.. categories.SelectMany(category => policy.Evaluator.MayCollect(category).Because).Distinct()];
        var purposes = categories.SelectMany(category => policy.Evaluator.PurposesOf(category)).Distinct().ToList();
        var members = Wording.Several(reads.Select(read =>
            $"'{Wording.Member(read)}' ({string.Join(", ", policy.Terms(read.Categories).Select(term => term.Key))})"));
        var way = path is null ? Message.Verbatim("") : Say.This("ByWayOf", Wording.Path(path));
        var owner = Wording.Member(flow.Owner);
        var controller = policy.Model.Header.Title;
        var cited = Wording.Citation(policy.Model, because.FirstOrDefault());
        reporter.Report(
            Rule, at.GetLocation(), flow.Owner, because,
            reads.SelectMany(read => read.Member.Locations.Prepend(read.Syntax.GetLocation())),
            purposes.Count == 0
                ? Say.This("OutsidePurposeNone", members, way, controller, cited)
            : reads.Count == 1
                ? Say.This("OutsidePurposeOne", members, way, owner, controller, Wording.List(purposes), cited)
            : Say.This("OutsidePurpose", members, way, owner, controller, Wording.List(purposes), cited),
            Mend.With(Mend.Purposes, string.Join(" ", purposes.Where(purpose => reads.All(read =>
                IsAllowed(read, purpose, policy))).Select(purpose => purpose.Key))));
    }
}
