using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Policy;

namespace PolicyAsCode.Analyzers;

/// <summary>
/// What a rule registers with: one compilation under one policy. Each callback is guarded (<see cref="OwnFailure"/>)
/// and reports through a <see cref="Reporter"/>, so that no rule can forget waivers, severity or generated code.
/// </summary>
internal sealed class RuleScope(CompilationStartAnalysisContext start, BoundPolicy policy, OwnFailure failure)
{
    internal BoundPolicy Policy { get; } = policy;

    internal void OnSymbol<TSymbol>(SymbolKind kind, Action<TSymbol, Reporter> check) where TSymbol : class, ISymbol =>
        start.RegisterSymbolAction(
            context => Run(context.ReportDiagnostic, context.CancellationToken,
                reporter => check((TSymbol)context.Symbol, reporter)),
            kind);

    /// <summary>
    /// Attributes whose written name is one of these; the name is looked at before anything is bound.
    /// </summary>
    internal void OnAttribute(
        ImmutableHashSet<string> names, Action<AttributeSyntax, SyntaxNodeAnalysisContext, Reporter> check) =>
        start.RegisterSyntaxNodeAction(
            context =>
            {
                if (context.Node is AttributeSyntax attribute && names.Contains(WrittenName(attribute.Name)))
                    Run(context.ReportDiagnostic, context.CancellationToken,
                        reporter => check(attribute, context, reporter));
            },
            SyntaxKind.Attribute);

    /// <summary>Every attribute, whatever its name; for a rule that looks at it before it binds anything.</summary>
    internal void OnAttribute(Action<AttributeSyntax, SyntaxNodeAnalysisContext, Reporter> check) =>
        start.RegisterSyntaxNodeAction(
            context => Run(context.ReportDiagnostic, context.CancellationToken,
                reporter => check((AttributeSyntax)context.Node, context, reporter)),
            SyntaxKind.Attribute);

    /// <summary>The end, when every other callback of every rule has run.</summary>
    internal void OnEnd(Action<Reporter> check) =>
        start.RegisterCompilationEndAction(
            context => Run(context.ReportDiagnostic, context.CancellationToken, check));

    /// <summary>Names behind a dot, such as <c>Categories.Contact.Email</c>; dear, for rules that seldom register.</summary>
    internal void OnMemberAccess(Action<MemberAccessExpressionSyntax, SyntaxNodeAnalysisContext, Reporter> check) =>
        start.RegisterSyntaxNodeAction(
            context => Run(context.ReportDiagnostic, context.CancellationToken,
                reporter => check((MemberAccessExpressionSyntax)context.Node, context, reporter)),
            SyntaxKind.SimpleMemberAccessExpression);

    /// <summary>
    /// Bodies that the names in their tokens, and perhaps their owner, make worth a look, with what flows through them. Where
    /// several rules ask, each body is walked once.
    /// </summary>
    internal void OnBody(
        Func<NamesInBody, bool> worth, Action<BodyFlow, Reporter> check, Func<ISymbol, bool>? isOwner = null) =>
        OnBody(context => Policy.Flows.Of(context, worth, isOwner), check);

    /// <summary>
    /// Bodies that have anything to do with personal data, for a rule that asks what becomes of it: most others are neither
    /// walked nor shown.
    /// </summary>
    internal void OnData(Action<BodyFlow, Reporter> check) => OnBody(Policy.Flows.WithData, check);

    // Most bodies are of no interest to most rules: for those nothing is made but this call.
    private void OnBody(
        Func<CodeBlockAnalysisContext, IReadOnlyList<BodyFlow>> find, Action<BodyFlow, Reporter> check) =>
        start.RegisterCodeBlockAction(context =>
        {
            try
            {
                if (find(context) is { Count: > 0 } bodies)
                {
                    var reporter = new Reporter(Policy, context.ReportDiagnostic, context.CancellationToken);
                    foreach (var body in bodies)
                        check(body, reporter);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                failure.Tell(fault, context.ReportDiagnostic);
            }
        });

    /// <summary>The files of the policy, by path.</summary>
    internal void OnPolicyFile(Action<string, Reporter> check) =>
        start.RegisterAdditionalFileAction(context => Run(context.ReportDiagnostic, context.CancellationToken,
            reporter => check(context.AdditionalFile.Path, reporter)));

    /// <summary>Once a compilation, with the first file that is analysed: of what stands in none.</summary>
    internal void Once(Action<Reporter> check)
    {
        var done = 0;
        start.RegisterSyntaxTreeAction(tree =>
        {
            if (Interlocked.Exchange(ref done, 1) == 0)
                Run(tree.ReportDiagnostic, tree.CancellationToken, check);
        });
    }

    private void Run(Action<Diagnostic> report, CancellationToken cancel, Action<Reporter> check) =>
        failure.Guard(() => check(new Reporter(Policy, report, cancel)), report);

    private static string WrittenName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
