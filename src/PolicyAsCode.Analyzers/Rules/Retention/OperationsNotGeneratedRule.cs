using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;

namespace PolicyAsCode.Analyzers.Rules.Retention;

/// <summary>
/// PAC4005: a context stores what the policy keeps for a time, the project has the generator of retention and erasure, and this
/// context does not ask it for any. One that only sees rows of a context that does ask has nothing of its own to be erased.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OperationsNotGeneratedRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.OperationsNotGenerated, RuleCategories.Retention, DiagnosticSeverity.Error);

    /// <summary>Creates the rule.</summary>
    public OperationsNotGeneratedRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope)
    {
        if (GeneratedOperations.AreIn(scope.Policy))
            scope.OnSymbol<INamedTypeSymbol>((type, reporter) =>
            {
                if (type is { TypeKind: TypeKind.Class, IsAbstract: false } && EntityModel.Sets(type, scope.Policy.Types).Any())
                    Check(type, scope.Policy, reporter);
            });
    }

    private static void Check(INamedTypeSymbol context, BoundPolicy policy, Reporter reporter)
    {
        if (GeneratedOperations.AreAskedFor(context))
            return;
        var kept = policy.Entities.StoredBy(context)
            .Where(entity => !GeneratedOperations.Cover(entity, context, policy))
            .SelectMany(entity => RetentionPlan.Of(entity, policy))
            .ToList();
        if (kept.FirstOrDefault() is not { } first)
            return;
        reporter.Report(
            Rule, context.Locations[0], context, kept.Select(one => one.Keep).Distinct(),
            Say.This(
                "OperationsNotGenerated", context.Name, Wording.List(kept.Select(one => one.Category).Distinct()),
                policy.Model.Header.Title,
                Wording.Citation(policy.Model, first.Keep, policy.Evaluator.StatementOn(first.Category))));
    }
}
