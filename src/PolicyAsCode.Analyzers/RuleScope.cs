using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Policy;

namespace PolicyAsCode.Analyzers;

/// <summary>
/// What a rule registers with: one compilation under one policy. Each callback is guarded (<see cref="OwnFailure"/>)
/// and reports through a <see cref="Reporter"/>, so that no rule can forget waivers, severity or generated code.
/// </summary>
/// <remarks>
/// All that is asked of the compiler is one call a file, live in an editor. Were it asked for symbols, nodes or bodies, it
/// would enumerate those of all declarations for each rule; what matters of a file is found once for all of them.
/// </remarks>
internal sealed class RuleScope(CompilationStartAnalysisContext start, BoundPolicy policy, OwnFailure failure)
{
    private readonly List<Action<SemanticModelAnalysisContext>> _looks = [];

    internal BoundPolicy Policy { get; } = policy;

    /// <summary>Types, or members of them, that are declared in code.</summary>
    internal void OnSymbol<TSymbol>(Action<TSymbol, Reporter> check) where TSymbol : class, ISymbol =>
        _looks.Add(context =>
        {
            var (model, cancel) = (Policy.Known(context.SemanticModel), context.CancellationToken);
            var tree = model.SyntaxTree;
            var reporter = new Reporter(Policy, context.ReportDiagnostic, cancel);
            foreach (var symbol in Policy.FileOf(tree).Symbols(model, cancel))
                if (symbol is TSymbol asked)
                    Guard(context, () => check(asked, asked is INamedTypeSymbol { DeclaringSyntaxReferences.Length: > 1 } type
                        ? new(Policy, context.ReportDiagnostic, cancel, place => SourceFile.Tells(tree, type, place))
                        : reporter));
        });

    /// <summary>
    /// Attributes whose written name is one of these; the name is looked at before anything is bound.
    /// </summary>
    /// <param name="names">The names.</param>
    /// <param name="check">What is done.</param>
    /// <param name="orAlias">Whether a name counts as well that a <c>using</c> gives to some type.</param>
    internal void OnAttribute(
        ImmutableHashSet<string> names, Action<AttributeSyntax, SemanticModelAnalysisContext, Reporter> check,
        bool orAlias = false) =>
        _looks.Add(context =>
        {
            var tree = context.SemanticModel.SyntaxTree;
            foreach (var attribute in TreeDeclarations.Of(tree).Attributes)
                if (WrittenName(attribute.Name) is var name && (names.Contains(name) || orAlias && Policy.IsAlias(name, tree)))
                    Guard(context, () => check(
                        attribute, context, new(Policy, context.ReportDiagnostic, context.CancellationToken)));
        });

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
    /// Bodies that mention one of these names, and perhaps by their owner are worth a look, with what flows through them.
    /// Where several rules ask, each body is walked once.
    /// </summary>
    internal void OnBody(
        Func<ImmutableHashSet<string>> names, Action<BodyFlow, Reporter> check, Func<ISymbol, bool>? isOwner = null) =>
        OnBody(names, check, (code, cancel) =>
            isOwner?.Invoke(code.Owner) == false ? [] : Policy.Flows.Of(code.Body, code.Owner, cancel));

    /// <summary>
    /// Bodies that have anything to do with personal data, for a rule that asks what becomes of it: most others are neither
    /// walked nor shown.
    /// </summary>
    internal void OnData(Action<BodyFlow, Reporter> check) => OnBody(
        () => Policy.Names.Reaching, check, (code, cancel) => Policy.Flows.WithData(code.Body, code.Owner, cancel));

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

    /// <summary>Begins: from here on each file is looked at for all that the rule asked for.</summary>
    internal void Begin()
    {
        if (_looks.Count > 0)
            start.RegisterSemanticModelAction(context =>
            {
                foreach (var look in _looks)
                    Guard(context, () => look(context));
            });
    }

    private void OnBody(
        Func<ImmutableHashSet<string>> names, Action<BodyFlow, Reporter> check,
        Func<SourceFile.Code, CancellationToken, IReadOnlyList<BodyFlow>> find) =>
        _looks.Add(context =>
        {
            var (model, cancel) = (Policy.Known(context.SemanticModel), context.CancellationToken);
            var reporter = new Reporter(Policy, context.ReportDiagnostic, cancel);
            foreach (var code in Policy.FileOf(model.SyntaxTree).Bodies(names(), model, cancel))
                Guard(context, () =>
                {
                    foreach (var body in find(code, cancel))
                        check(body, reporter);
                });
        });

    private void Run(Action<Diagnostic> report, CancellationToken cancel, Action<Reporter> check) =>
        failure.Guard(() => check(new Reporter(Policy, report, cancel)), report);

    private void Guard(SemanticModelAnalysisContext context, Action look) => failure.Guard(look, context.ReportDiagnostic);

    private static string WrittenName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
