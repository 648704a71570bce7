using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Messages;

namespace PolicyAsCode.Analyzers.Rules.Suppressions;

/// <summary>
/// PAC9005: the baseline accepts a finding that is there no more, and so would accept it again. A build on somebody's own
/// machine removes such entries; this is for the ones that do not, on CI above all.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BaselineStaleRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateLate(RuleIds.BaselineStale, RuleCategories.Tool, DiagnosticSeverity.Warning);

    /// <summary>Creates the rule.</summary>
    public BaselineStaleRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope)
    {
        if (scope.Policy.Baseline is { IsRewritten: false } baseline)
            scope.OnEnd(reporter =>
            {
                foreach (var (place, entry, tooMany) in baseline.Stale())
                    reporter.ReportOfBaseline(Rule, place, Say.This("BaselineStale", entry, tooMany));
            });
    }
}
