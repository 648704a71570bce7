using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Libraries;

namespace PolicyAsCode.Analyzers.Rules.Tool;

/// <summary>
/// PAC9002: personal data is read, written or handed on by reflection or <c>dynamic</c>; what becomes of it from there on
/// no rule sees.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EdgeReachedRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.EdgeReached, RuleCategories.Tool, DiagnosticSeverity.Info);

    /// <summary>Creates the rule.</summary>
    public EdgeReachedRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope)
    {
        var policy = scope.Policy;
        scope.OnData((flow, reporter) =>
        {
            // Once a place: a call that is handed two persons is one.
            var told = new HashSet<SyntaxNode>();
            foreach (var handed in flow.Handed)
                if (!handed.Label.IsImpersonal && policy.Sinks.Is(SinkKind.Edge, handed.Method, handed.Parameter)
                    && told.Add(CallSite.Here(handed, flow)?.Call.Syntax ?? handed.Value.Syntax))
                    Report(handed.Value, handed.Label, handed, flow, policy, reporter);
            foreach (var edge in flow.Edges)
                if (!edge.Label.IsImpersonal && told.Add(edge.Value.Syntax))
                    Report(edge.Value, edge.Label, null, flow, policy, reporter);
        });
    }

    private static void Report(
        IOperation value, Label label, Handed? handed, BodyFlow flow, BoundPolicy policy, Reporter reporter)
    {
        var (code, categories) = (Wording.Code(value.Syntax), Wording.List(policy.Terms(label.Personal)));
        reporter.Report(
            Rule, value.Syntax.GetLocation(), flow.Owner, [],
            Origins.Of(value, flow, policy).Concat(handed?.Path is null ? [] : [handed.Site]),
            handed switch
            {
                null => Say.This("EdgeDynamic", code, categories),
                { Path: { } path } => Say.This("EdgeThrough", code, categories, Wording.Member(handed.Method), Wording.Path(path)),
                _ => Say.This("Edge", code, categories, Wording.Member(handed.Method)),
            });
    }
}
