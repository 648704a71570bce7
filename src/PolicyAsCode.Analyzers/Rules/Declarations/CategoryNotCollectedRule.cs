using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Declarations;

/// <summary>PAC2002: a member is declared to hold a category that the policy does not collect.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CategoryNotCollectedRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.CategoryNotCollected, RuleCategories.Declarations, DiagnosticSeverity.Error);

    private static readonly ImmutableHashSet<string> Names = ["DataCategory", Facts.Attributes.DataCategory];

    /// <summary>Creates the rule.</summary>
    public CategoryNotCollectedRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope) =>
        scope.OnAttribute(Names, (attribute, context, reporter) =>
        {
            foreach (var named in AttributeTerms.Read(attribute, context))
            {
                if (scope.Policy.Model.Vocabulary.Meant(TermKind.Category, named.Key) is not { } category
                    || scope.Policy.Evaluator.MayCollect(category) is not { IsAllowed: false } decision)
                    continue;

                var holder = named.Owner is { } owner ? Wording.Member(owner) : attribute.ToString();
                var who = scope.Policy.Model.Header.Title;
                var cited = Wording.Citation(scope.Policy.Model, decision.Because.FirstOrDefault());
                reporter.Report(
                    Rule, named.Syntax.GetLocation(), named.Owner, decision.Because,
                    decision.Outcome == Outcome.Gap
                        ? Say.This("NotCollected", holder, category.Key, who, cited)
                        : Say.This("CollectForbidden", holder, category.Key, who, cited));
            }
        });
}
