using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Libraries;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Retention;

/// <summary>
/// PAC2006: a category that the policy uses and never stores is stored: in a member that is declared to hold it, in one
/// that is declared to hold something broader, in a file or a cache.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NeverStoredRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.NeverStored, RuleCategories.Declarations, DiagnosticSeverity.Error);

    /// <summary>Creates the rule.</summary>
    public NeverStoredRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope)
    {
        var policy = scope.Policy;
        if (!policy.NeverStored.IsStated)
            return;
        EntityRule.OnEntity(scope, (entity, reporter) => CheckDeclared(entity, policy, reporter));
        scope.OnData((flow, reporter) =>
            {
                foreach (var store in flow.Stores)
                    CheckWritten(store, flow, policy, reporter);
                foreach (var handed in flow.Handed)
                    if (!handed.Label.IsImpersonal && policy.Sinks.Is(SinkKind.Storage, handed))
                        CheckHanded(handed, flow, policy, reporter);
            });
    }

    private static void CheckDeclared(Entity entity, BoundPolicy policy, EntityReporter reporter)
    {
        foreach (var field in entity.Fields)
            foreach (var category in policy.Terms(field.Categories))
                if (Refusing(category, entity, policy) is { } refusing)
                    reporter.Report(Rule, field.Property, [refusing], Say.This(
                        "NeverStored", Wording.Member(field.Property), category.Key, policy.Model.Header.Title,
                        Wording.Citation(policy.Model, refusing)));
    }

    // A member that is declared to hold the category itself is told at its declaration; one that is not declared to hold
    // anything of the kind is PAC2005.
    private static void CheckWritten(MemberStore store, BodyFlow flow, BoundPolicy policy, Reporter reporter)
    {
        if (store.Label.IsImpersonal || store.Member is not IPropertySymbol property
            || policy.Entities.Of(property.ContainingType) is not { } entity
            || !EntityProperty.Of(entity.Type, policy.Contents).Any(stored =>
                SymbolEqualityComparer.Default.Equals(stored.Symbol, property)))
            return;
        var held = policy.Terms(policy.Data.Categories(property)).ToList();
        var refused = policy.Terms(store.Label.Personal)
            .Where(category => held.Any(category.IsWithin) && !held.Contains(category))
            .Select(category => (Category: category, Refusing: Refusing(category, entity, policy)!))
            .Where(one => one.Refusing is not null)
            .ToList();
        if (refused.Count == 0)
            return;

        var (code, categories) = (Wording.Code(store.Value.Syntax), Wording.List(refused.Select(one => one.Category)));
        var (member, title) = (Wording.Member(property), policy.Model.Header.Title);
        var cited = Wording.Citation(policy.Model, refused[0].Refusing);
        reporter.Report(
            Rule, store.Value.Syntax.GetLocation(), flow.Owner, refused.Select(one => one.Refusing).Distinct(),
            Origins.Of(store.Value, flow, policy).Concat(store.Path is null ? [] : [store.Site]),
            store.Path is null
                ? Say.This("WritesNeverStored", code, categories, member, title, cited)
                : Say.This("WritesNeverStoredThrough", code, categories, member, Wording.Path(store.Path), title, cited));
    }

    private static void CheckHanded(Handed handed, BodyFlow flow, BoundPolicy policy, Reporter reporter)
    {
        var refused = policy.Terms(handed.Label.Personal)
            .Select(category => (Category: category, Decision: policy.Evaluator.MayStore(category)))
            .Where(one => one.Decision.Outcome == Outcome.Violation)
            .ToList();
        if (refused.Count == 0)
            return;

        var (code, categories) = (Wording.Code(handed.Value.Syntax), Wording.List(refused.Select(one => one.Category)));
        var (where, title) = (Wording.Member(handed.Method), policy.Model.Header.Title);
        var because = refused.SelectMany(one => one.Decision.Because).Distinct().ToList();
        var cited = Wording.Citation(policy.Model, because.FirstOrDefault());
        reporter.Report(
            Rule, handed.Value.Syntax.GetLocation(), flow.Owner, because,
            Origins.Of(handed.Value, flow, policy).Concat(handed.Path is null ? [] : [handed.Site]),
            handed.Path is null
                ? Say.This("PutsNeverStored", code, categories, where, title, cited)
                : Say.This("PutsNeverStoredThrough", code, categories, where, Wording.Path(handed.Path), title, cited));
    }

    // What is not collected at all is PAC2002, where it is declared.
    private static Statement? Refusing(Term category, Entity entity, BoundPolicy policy)
    {
        var evaluator = policy.Evaluator;
        if (!evaluator.MayCollect(category).IsAllowed)
            return null;
        if (evaluator.MayStore(category).Because.OfType<Prohibition>().FirstOrDefault() is { } never)
            return never;
        var keep = entity.Subjects.Cast<Term?>().DefaultIfEmpty(null)
            .Select(subject => evaluator.RetentionOf(category, subject)).OfType<RetentionStatement>().FirstOrDefault();
        return keep is { NeverStored: true } ? keep : null;
    }
}
