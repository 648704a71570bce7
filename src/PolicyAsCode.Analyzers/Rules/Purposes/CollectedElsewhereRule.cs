using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Facts.Endpoints;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Purposes;

/// <summary>
/// PAC3011: an endpoint takes personal data in at a source where the policy does not collect it; one that names no source
/// takes it from whoever sends the request, and the policy collects it from others alone.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CollectedElsewhereRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.CollectedElsewhere, RuleCategories.Purposes, DiagnosticSeverity.Error);

    /// <summary>Creates the rule.</summary>
    public CollectedElsewhereRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope)
    {
        var policy = scope.Policy;
        if (policy.Model.Data.All(data => data.Collected.IsEmpty))
            return;
        scope.OnBody(
            () => MinimalEndpoint.Names,
            (flow, reporter) =>
            {
                foreach (var endpoint in MinimalEndpoint.In(flow.Body))
                    Check(RequestInput.Of(endpoint.Handler, policy), policy, reporter);
            });
        if (policy.Types.Find("Microsoft.AspNetCore.Mvc.ControllerBase") is not null)
            scope.OnSymbol<IMethodSymbol>((method, reporter) =>
            {
                if (!method.Parameters.IsEmpty && RequestInput.IsHandler(method, policy.Types))
                    Check(RequestInput.Of(method, policy), policy, reporter);
            });
        scope.OnSymbol<IPropertySymbol>((property, reporter) =>
            Check(RequestInput.Of(property, policy), policy, reporter));
    }

    private static void Check(IEnumerable<RequestInput> inputs, BoundPolicy policy, Reporter reporter)
    {
        // One finding a parameter or property, and source: members of a form may say theirs.
        foreach (var into in inputs.GroupBy<RequestInput, ISymbol>(input => input.Into, SymbolEqualityComparer.Default)
            .SelectMany(same => same.GroupBy(input => input.Source), (same, at) => (same.Key, At: at)))
        {
            var refused = into.At
                .SelectMany(input => policy.Terms(input.Categories).Select(category => (Input: input, Category: category)))
                .Select(one => (one.Input, one.Category, Statements: Elsewhere(one.Category, one.Input, policy)))
                .Where(one => one.Statements.Count > 0)
                .ToList();
            if (refused.Count == 0)
                continue;

            var categories = Wording.List(refused.Select(one => one.Category).Distinct());
            var because = refused.SelectMany(one => one.Statements).Distinct().ToList();
            var sources = Wording.Either(refused[0].Statements.SelectMany(statement => statement.Collected).Distinct());
            var (name, title) = (into.Key.Name, policy.Model.Header.Title);
            var cited = Wording.Citation(policy.Model, because[0]);
            reporter.Report(
                Rule, into.Key.Locations[0], into.Key.ContainingSymbol, because,
                refused.SelectMany(one => one.Input.Member.Locations).Where(place => place.IsInSource),
                refused[0].Input.Source is { } source
                    ? Say.This("CollectedElsewhere", name, categories, source.Key, title, sources, cited)
                    : Say.This("CollectedFromOthers", name, categories, title, sources, cited));
        }
    }

    // The statements that say where the category is collected, where that is not there; none where it may be.
    private static IReadOnlyList<DataStatement> Elsewhere(Term category, RequestInput input, BoundPolicy policy)
    {
        var evaluator = policy.Evaluator;
        var subject = input.Member.ContainingType is { } type ? policy.Data.Subject(type) : null;
        // What is not collected at all is PAC2002, where it is declared.
        if (!evaluator.MayCollect(category).IsAllowed)
            return [];
        if (input.Source is { } source)
            return evaluator.MayCollect(category, source, subject) is { IsAllowed: false } decision
                ? [.. decision.Because.OfType<DataStatement>()]
                : [];
        if (evaluator.StatementOn(category, subject) is not { } nearest)
            return [];
        var statements = evaluator.StatementsOn(category)
            .Where(statement => statement.Category == nearest.Category && (subject is null || statement.IsAbout(subject)))
            .ToList();
        return statements.All(statement => !statement.Collected.IsEmpty
                && statement.Collected.All(one => IsFromOthers(one, policy)))
            ? statements
            : [];
    }

    // Whoever sends a request is the person, or a device of theirs.
    private static bool IsFromOthers(Term source, BoundPolicy policy) =>
        policy.Model.Sources.FirstOrDefault(stated => source.IsWithin(stated.Source))?.From
            is SourceOrigin.ThirdParty or SourceOrigin.Public;
}
