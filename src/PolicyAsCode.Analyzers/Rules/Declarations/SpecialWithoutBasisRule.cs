using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Declarations;

/// <summary>
/// PAC2007: a member holds data that is protected more than other data, and the policy states no ground for it beside the
/// purpose's own. Where a law that the policy follows says so of the policy itself, nothing is said twice.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SpecialWithoutBasisRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.SpecialWithoutBasis, RuleCategories.Declarations, DiagnosticSeverity.Error);

    private static readonly ImmutableHashSet<string> Names = ["DataCategory", Attributes.DataCategory];

    /// <summary>Creates the rule.</summary>
    public SpecialWithoutBasisRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope)
    {
        var policy = scope.Policy;
        if (!policy.Model.Vocabulary.Terms(TermKind.Category).Any(category =>
                category.Special && policy.Evaluator.StatementsOn(category).Any(one => one.SpecialBasis is null)))
            return;
        scope.OnAttribute(Names, (attribute, context, reporter) =>
        {
            foreach (var named in AttributeTerms.Read(attribute, context))
                if (policy.Model.Vocabulary.Meant(TermKind.Category, named.Key) is { } category)
                    Check(category, named.Syntax.GetLocation(), named.Owner, policy, reporter);
        });
        if (!policy.Bindings.HasTypes)
            return;
        scope.OnSymbol<IPropertySymbol>((property, reporter) => CheckBound(property, policy, reporter));
        scope.OnSymbol<IFieldSymbol>((field, reporter) => CheckBound(field, policy, reporter));
    }

    private static void CheckBound(ISymbol member, BoundPolicy policy, Reporter reporter)
    {
        if (member.IsImplicitlyDeclared || !policy.Names.Personal.Contains(member.Name)
            || policy.Bindings.Member(member.ContainingType, member.Name) is null
            || policy.Data.ByOwnAttribute(member) is not null)
            return;
        foreach (var category in policy.Terms(policy.Data.Categories(member)))
            Check(category, member.Locations[0], member, policy, reporter);
    }

    private static void Check(Term category, Location place, ISymbol? owner, BoundPolicy policy, Reporter reporter)
    {
        var subject = (owner as INamedTypeSymbol ?? owner?.ContainingType) is { } type ? policy.Data.Subject(type) : null;
        if (!category.Special || policy.Evaluator.LacksSpecialBasis(category, subject) is not { } statement)
            return;
        reporter.Report(
            Rule, place, owner, [statement],
            Say.This("SpecialWithoutBasis", owner is null ? category.Key : Wording.Member(owner), category.Key,
                policy.Model.Header.Title, Wording.Citation(policy.Model, statement)));
    }
}
