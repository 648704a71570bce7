using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Facts.Endpoints;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Protection;

/// <summary>
/// PAC5010: an endpoint answers with more personal data than the type that it announces holds, or than its purpose allows;
/// nobody reads it in code, the serializer does.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ResponseBeyondContractRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.ResponseBeyondContract, RuleCategories.Protection, DiagnosticSeverity.Error);

    /// <summary>Creates the rule.</summary>
    public ResponseBeyondContractRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope)
    {
        var policy = scope.Policy;
        scope.OnBody(() => MinimalEndpoint.Names, (flow, reporter) =>
        {
            foreach (var endpoint in MinimalEndpoint.In(flow.Body))
                if (policy.Flows.OfHandler(endpoint.Handler, flow, reporter.Cancel) is { } answer)
                    Check(
                        new(Say.This("Endpoint", Wording.Code(endpoint.Call.ArgumentList.Arguments[0].Expression)),
                            endpoint.Handler, endpoint.Place, flow.Owner,
                            ResponseContract.Of(endpoint, flow.Body, policy.Contents).ToList(), JsonWriter.SystemText),
                        answer, PurposesOf(endpoint.Handler, flow, policy), policy, reporter);
        });
        if (policy.Types.Find("Microsoft.AspNetCore.Mvc.ControllerBase") is not null)
            scope.OnBody(() => policy.Names.Personal, (flow, reporter) =>
            {
                if (flow.Owner is IMethodSymbol action && Controllers.IsAction(action, policy.Types))
                    Check(
                        new(Say.This("Action", Wording.Member(action)), action, action.Locations[0], action,
                            ResponseContract.Of(action, policy.Contents).ToList(), policy.Json.OfControllers),
                        flow, flow.Purposes, policy, reporter);
            }, owner => owner is IMethodSymbol action && Controllers.IsAction(action, policy.Types));
    }

    // A lambda serves what the code around it serves, unless it says so itself.
    private static ImmutableArray<Term> PurposesOf(IMethodSymbol handler, BodyFlow around, BoundPolicy policy) =>
        policy.Purposes.Of(handler) is { IsEmpty: false } own ? own : around.Purposes;

    private static void Check(
        Answer endpoint, BodyFlow flow, ImmutableArray<Term> purposes, BoundPolicy policy, Reporter reporter)
    {
        var returned = flow.Returned
            .Where(one => SymbolEqualityComparer.Default.Equals(one.Function, endpoint.Handler)).ToList();
        var carried = policy.Terms(returned.Aggregate(TermSet.Empty, (all, one) => all.Union(Written(one, endpoint, policy)))).ToList();
        if (carried.Count == 0)
            return;

        var announced = policy.Terms(
            endpoint.Announced.Aggregate(TermSet.Empty, (all, type) => all.Union(Written(type, endpoint.Writer, policy)))).ToList();
        var beyond = endpoint.Announced.Count == 0 ? [] : carried.Where(category => !announced.Any(category.IsWithin)).ToList();
        if (beyond.Count > 0)
        {
            var because = Statements(beyond, policy);
            Report(endpoint, returned, beyond, because, policy, reporter, Say.This("AnswersBeyondContract", endpoint.What,
                Wording.List(beyond),
                Wording.Several(endpoint.Announced.Select(type => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)).Distinct()),
                policy.Model.Header.Title, Wording.Citation(policy.Model, because.FirstOrDefault())));
            return;
        }

        // What the code itself reads is PAC3001, where it is read.
        var read = ReadBy(endpoint.Handler, flow, policy);
        foreach (var purpose in purposes)
        {
            var refused = carried
                .Where(category => !read.Contains(category) && policy.Evaluator.StatementOn(category) is not null
                    && !policy.Evaluator.MayUse(category, purpose).IsAllowed)
                .ToList();
            if (refused.Count == 0)
                continue;
            var because = refused.SelectMany(category => policy.Evaluator.MayUse(category, purpose).Because).Distinct().ToList();
            Report(endpoint, returned, refused, because, policy, reporter, Say.This("AnswersBeyondPurpose", endpoint.What,
                Wording.List(refused), purpose.Key, policy.Model.Header.Title, Wording.Pronoun(refused.Count),
                Wording.Citation(policy.Model, because.FirstOrDefault())));
            return;
        }
    }

    // A member that is never written announces nothing.
    private static TermSet Written(ITypeSymbol type, JsonWriter writer, BoundPolicy policy) =>
        policy.Contents.Of(type).Except(policy.Contents.KeptBack(type, writer));

    // Of what a library gives back that is not here, only the announced type is known.
    private static TermSet Written(Returned returned, Answer endpoint, BoundPolicy policy)
    {
        var type = EndpointUnauthorisedRule.TypeOf(returned.Value);
        var written = returned.Label.Personal.Except(policy.Contents.KeptBack(type, endpoint.Writer));
        return type is null or { TypeKind: TypeKind.Error }
            ? endpoint.Announced.Aggregate(written, (all, one) => all.Except(policy.Contents.KeptBack(one, endpoint.Writer)))
            : written;
    }

    private static TermSet ReadBy(IMethodSymbol handler, BodyFlow flow, BoundPolicy policy)
    {
        var places = policy.Flows.DeclarationsOf(handler, default).ToList();
        return flow.Reads.Where(one => IsIn(one.Syntax)).Select(one => one.Categories)
            .Concat(flow.Uses.Where(one => IsIn(one.Syntax)).Select(one => one.Use.Read.Categories))
            .Aggregate(TermSet.Empty, (all, one) => all.Union(one));

        bool IsIn(SyntaxNode node) =>
            places.Any(place => place.SyntaxTree == node.SyntaxTree && place.Span.Contains(node.Span));
    }

    private static List<Statement> Statements(IEnumerable<Term> categories, BoundPolicy policy) =>
        categories.Select(policy.Evaluator.StatementOn).OfType<Statement>().Distinct().ToList();

    private static void Report(
        Answer endpoint, IEnumerable<Returned> returned, IReadOnlyList<Term> categories, IEnumerable<Statement> because,
        BoundPolicy policy, Reporter reporter, Message message) =>
        reporter.Report(
            Rule, endpoint.Place, endpoint.Owner, because,
            returned.Where(one => policy.Terms(one.Label.Personal).Any(categories.Contains))
                .Select(one => one.Value.Syntax.GetLocation()),
            message);

    private sealed record Answer(
        Message What, IMethodSymbol Handler, Location Place, ISymbol Owner, IReadOnlyList<ITypeSymbol> Announced,
        JsonWriter Writer);
}
