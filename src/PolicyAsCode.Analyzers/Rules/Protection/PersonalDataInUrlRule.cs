using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Libraries;

namespace PolicyAsCode.Analyzers.Rules.Protection;

/// <summary>PAC5003: personal data becomes part of a URL.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PersonalDataInUrlRule : PolicyRule
{
    internal static readonly DiagnosticDescriptor Rule =
        Describe.CreateRule(RuleIds.PersonalDataInUrl, RuleCategories.Protection, DiagnosticSeverity.Error);

    // Opens a program on the reader's own machine; no server sees it.
    private static readonly string[] Local = ["mailto:", "tel:", "sms:"];

    /// <summary>Creates the rule.</summary>
    public PersonalDataInUrlRule() : base(Rule)
    {
    }

    private protected override void Register(RuleScope scope) =>
        Leak.Register(
            scope, Rule, SinkKind.Url, Say.This("AUrl"),
            (handed, flow) => handed is { Far: null, Parameter.Type.Name: "Uri" } || IsLocal(handed.Value.Syntax)
                || IsToldWhereItIsMade(handed, flow, scope.Policy));

    private static bool IsLocal(SyntaxNode value)
    {
        var text = value.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>() is { Contents: [InterpolatedStringTextSyntax start, ..] }
            ? start.TextToken.ValueText
            : value.DescendantNodesAndSelf().FirstOrDefault(node => node.IsKind(SyntaxKind.StringLiteralExpression))
                is LiteralExpressionSyntax { Token.ValueText: var literal } ? literal : "";
        return Array.Exists(Local, scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
    }

    // client.GetAsync(QueryHelpers.AddQueryString(…)): one URL, and one finding.
    private static bool IsToldWhereItIsMade(Handed handed, BodyFlow flow, BoundPolicy policy)
    {
        var others = flow.Handed
            .Where(one => !ReferenceEquals(one, handed) && !one.Label.Raw.IsEmpty
                && policy.Sinks.Is(SinkKind.Url, one))
            .ToList();
        if (others.Count == 0)
            return false;

        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<IOperation>();
        open.Push(flow.Sources.Original(handed.Value));
        while (open.Count > 0)
            foreach (var operation in open.Pop().DescendantsAndSelf())
            {
                if (operation is ILocalReferenceOperation { Local: var local } && seen.Add(local))
                {
                    if (others.Exists(one => IsSetOn(local, one, flow)))
                        return true;
                    foreach (var source in flow.Sources.Of(local))
                        open.Push(source);
                }
                if (operation is IInvocationOperation or IObjectCreationOperation
                    && others.Exists(one => one.Value.Syntax.SyntaxTree == operation.Syntax.SyntaxTree
                        && one.Value.Syntax != operation.Syntax && operation.Syntax.Span.Contains(one.Value.Syntax.Span)))
                    return true;
            }
        return false;
    }

    // builder.Query = …
    private static bool IsSetOn(ILocalSymbol local, Handed other, BodyFlow flow)
    {
        var at = flow.Sources.Original(other.Value);
        while (at is not null and not IAssignmentOperation)
            at = at.Parent;
        return at is IAssignmentOperation { Target: IPropertyReferenceOperation { Instance: ILocalReferenceOperation { Local: var owner } } }
            && SymbolEqualityComparer.Default.Equals(owner, local);
    }
}
