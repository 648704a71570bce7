using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Policy;

namespace PolicyAsCode.Analyzers;

/// <summary>
/// Base of every rule of the code. A project without a policy registers nothing and pays nothing; so does one whose
/// policy files have errors: they come first, as in a build, where the task stops before the compiler starts.
/// </summary>
public abstract class PolicyRule : DiagnosticAnalyzer
{
    private protected PolicyRule(params DiagnosticDescriptor[] rules) =>
        SupportedDiagnostics = [.. rules, OwnFailure.Rule];

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        // Razor pages are generated code whose findings belong to a .cshtml line: RuleScope keeps those and only those.
        context.ConfigureGeneratedCodeAnalysis(
            GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(Start);
    }

    private protected virtual void Start(CompilationStartAnalysisContext start)
    {
        var failure = new OwnFailure(GetType().Name);
        Diagnostic? early = null;
        failure.Guard(
            () =>
            {
                if (BoundPolicy.Of(start) is { } policy)
                {
                    var scope = new RuleScope(start, policy, failure);
                    Register(scope);
                    scope.Begin();
                }
            },
            diagnostic => early = diagnostic);

        // A compilation start cannot report; the first file that is analysed can.
        if (early is { } said)
        {
            var waiting = said;
            start.RegisterSyntaxTreeAction(tree =>
            {
                if (Interlocked.Exchange(ref waiting, null) is { } diagnostic)
                    tree.ReportDiagnostic(diagnostic);
            });
        }
    }

    private protected abstract void Register(RuleScope scope);
}
