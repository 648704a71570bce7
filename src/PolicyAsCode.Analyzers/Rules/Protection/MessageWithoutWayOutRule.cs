using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Protection;

/// <summary>PAC5011: a message for a purpose that promises a way out in every message, and there is none in it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MessageWithoutWayOutRule : PolicyRule
{
    private const string EveryMessage = "every-message";

    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.NoWayOut, RuleCategories.Protection, DiagnosticSeverity.Error);

    /// <summary>Creates the rule.</summary>
    public MessageWithoutWayOutRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope)
    {
        var policy = scope.Policy;
        if (policy.Model.Purposes.All(purpose => purpose.OptOut != EveryMessage))
            return;
        scope.OnBody(
            () => policy.Names.Reaching,
            (flow, reporter) =>
            {
                var promises = flow.Purposes.Select(policy.Evaluator.StatementOnPurpose)
                    .Where(purpose => purpose?.OptOut == EveryMessage).OfType<PurposeStatement>().ToImmutableArray();
                if (!promises.IsEmpty)
                    Check(flow, promises, policy, reporter);
            });
    }

    private static void Check(
        BodyFlow flow, ImmutableArray<PurposeStatement> promises, BoundPolicy policy, Reporter reporter)
    {
        if (flow.Owner is IMethodSymbol owner && policy.WaysOut.IsMarked(owner))
            return;
        var told = new HashSet<SyntaxNode>();
        foreach (var (handed, served) in flow.Handed.Select(handed => (handed, (SyntaxNode?)null))
                     .Concat(flow.Served.Select(one => (one.Handed, (SyntaxNode?)one.Syntax))))
        {
            if (handed.Label.IsImpersonal || !policy.WaysOut.Sends(handed) || policy.WaysOut.IsMarked(handed.Method)
                || handed.Path?.Methods.Any(policy.WaysOut.Reaches) == true)
                continue;
            var call = served is null
                ? CallSite.Here(handed, flow)?.Call
                : flow.Body.Descendants().FirstOrDefault(one => one.Syntax == served && one is IInvocationOperation);
            if (call is null || !told.Add(call.Syntax) || policy.WaysOut.IsIn(call, flow))
                continue;
            var code = Wording.Code(call is IInvocationOperation { Syntax: var syntax } ? Called(syntax) : call.Syntax);
            var purposes = string.Join(", ", promises.Select(promise => promise.Purpose.Key).Distinct());
            var (title, cited) = (policy.Model.Header.Title, Wording.Citation(policy.Model, promises[0]));
            reporter.Report(
                Rule, call.Syntax.GetLocation(), flow.Owner, promises, handed.Path is null ? [] : [handed.Site],
                handed.Path is { } path
                    ? Say.This("NoWayOutThrough", code, purposes, Wording.Path(path), title, cited)
                    : Say.This("NoWayOut", code, purposes, title, cited));
        }
    }

    private static SyntaxNode Called(SyntaxNode call) =>
        call is Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax { Expression: var called } ? called : call;
}
