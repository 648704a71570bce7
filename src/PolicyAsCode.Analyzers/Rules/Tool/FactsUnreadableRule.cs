using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Language.Facts;

namespace PolicyAsCode.Analyzers.Rules.Tool;

/// <summary>PAC9006: what a referenced assembly says of its methods cannot be read here. Told once a compilation.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FactsUnreadableRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule = Describe.CreateRule(
        RuleIds.FactsUnreadable, RuleCategories.Tool, DiagnosticSeverity.Warning);

    /// <summary>Creates the rule.</summary>
    public FactsUnreadableRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope)
    {
        if (!scope.Policy.Referenced.Unusable.IsEmpty)
            scope.Once(reporter =>
            {
                foreach (var (assembly, mistake) in scope.Policy.Referenced.Unusable)
                    reporter.Report(
                        Rule, Location.None, owner: null, [],
                        mistake == FactsMistake.OtherVersion
                            ? Say.This("FactsOfOtherVersion", assembly)
                            : Say.This("FactsDamaged", assembly));
            });
    }
}
