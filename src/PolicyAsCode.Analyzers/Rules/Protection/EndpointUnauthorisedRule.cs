using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Facts.Endpoints;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Protection;

/// <summary>PAC5009: an endpoint answers with personal data, and anybody may ask.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EndpointUnauthorisedRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.EndpointUnauthorised, RuleCategories.Protection, DiagnosticSeverity.Error);

    /// <summary>Creates the rule.</summary>
    public EndpointUnauthorisedRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope)
    {
        var policy = scope.Policy;
        scope.OnBody(
            () => MinimalEndpoint.Names, (flow, reporter) => CheckMapped(flow, policy, reporter));
        if (policy.Types.Find("Microsoft.AspNetCore.Mvc.ControllerBase") is null)
            return;
        scope.OnBody(
            () => policy.Names.Personal, (flow, reporter) => CheckAction(flow, policy, reporter),
            owner => owner is IMethodSymbol action && Controllers.IsAction(action, policy.Types));
        scope.OnBody(
            () => policy.Names.Personal, (flow, reporter) => PageExposure.CheckMarkup(flow, policy, reporter),
            owner => owner is IMethodSymbol method && Controllers.IsMarkup(method, policy.Types));
        scope.OnSymbol<INamedTypeSymbol>((type, reporter) => PageExposure.CheckModel(type, policy, reporter));
    }

    private static void CheckMapped(BodyFlow flow, BoundPolicy policy, Reporter reporter)
    {
        foreach (var endpoint in MinimalEndpoint.In(flow.Body))
        {
            var answer = policy.Flows.OfHandler(endpoint.Handler, flow, reporter.Cancel);
            var categories = Categories(endpoint.Handler, answer, JsonWriter.SystemText, policy);
            if (!categories.IsEmpty
                && !(endpoint.IsProtected(flow.Body, policy.Authorisation) ?? policy.Authorisation.HasFallback))
                Report(reporter, policy, endpoint.Place, flow.Owner, Say.This("Endpoint", Wording.Code(Route(endpoint))),
                    categories, Origins(endpoint.Handler, answer));
        }
    }

    private static void CheckAction(BodyFlow flow, BoundPolicy policy, Reporter reporter)
    {
        if (flow.Owner is not IMethodSymbol action || !Controllers.IsAction(action, policy.Types))
            return;
        var categories = Categories(action, flow, policy.Json.OfControllers, policy);
        if (!categories.IsEmpty && !(Authorisation.ByAttribute(action)
                ?? (policy.Authorisation.HasFallback || policy.Authorisation.ProtectsAll("MapController")
                    || policy.Authorisation.ProtectsAll("MapDefaultController"))))
            Report(reporter, policy, action.Locations[0], action, Say.This("Action", Wording.Member(action)), categories,
                Origins(action, flow));
    }

    private static TermSet Categories(IMethodSymbol function, BodyFlow? flow, JsonWriter writer, BoundPolicy policy)
    {
        var all = policy.Contents.Of(function.ReturnType).Except(policy.Contents.KeptBack(function.ReturnType, writer))
            .Union(policy.Data.Categories(function));
        foreach (var returned in flow?.Returned ?? [])
            if (SymbolEqualityComparer.Default.Equals(returned.Function, function))
                all = all.Union(returned.Label.Personal.Except(policy.Contents.KeptBack(TypeOf(returned.Value), writer)));
        return all;
    }

    // What stands behind a conversion, to ActionResult<T> or to object, is what is written.
    internal static ITypeSymbol? TypeOf(IOperation value)
    {
        while (value is IConversionOperation { Operand: var operand })
            value = operand;
        return value.Type;
    }

    private static IEnumerable<Location> Origins(IMethodSymbol function, BodyFlow? flow) =>
        from returned in flow?.Returned ?? []
        where SymbolEqualityComparer.Default.Equals(returned.Function, function)
        select returned.Value.Syntax.GetLocation();

    private static SyntaxNode Route(MinimalEndpoint endpoint) => endpoint.Call.ArgumentList.Arguments[0].Expression;

    internal static void Report(
        Reporter reporter, BoundPolicy policy, Location place, ISymbol owner, Message what, TermSet categories,
        IEnumerable<Location> origins)
    {
        var terms = policy.Terms(categories).ToList();
        var because = terms.SelectMany(term => policy.Evaluator.ProtectedBy(term, Language.Model.Protection.AuthorisedOnly))
            .Concat(terms.Select(policy.Evaluator.StatementOn).OfType<Statement>())
            .Distinct().ToList();
        reporter.Report(Rule, place, owner, because, origins, Say.This("Unauthorised", what, Wording.List(terms),
            Wording.Citation(policy.Model, because.FirstOrDefault())));
    }
}
