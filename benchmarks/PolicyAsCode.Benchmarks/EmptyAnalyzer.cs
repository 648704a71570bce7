using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicyAsCode.Benchmarks;

/// <summary>
/// What any analyzer costs by being there: it registers one callback, which does nothing. With operations it is one more, of
/// operation blocks: what any analyzer makes the compiler bind and hold that asks for them.
/// </summary>
/// <param name="operations">Whether it asks for operations.</param>
#pragma warning disable RS1001, RS1012, RS1036, RS1038, RS2008 // It is measured, never shipped.
internal sealed class EmptyAnalyzer(bool operations = false) : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        "EMPTY", "Nothing", "Nothing", "Benchmark", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.RegisterCompilationStartAction(static _ => { });
        if (operations)
            context.RegisterOperationBlockAction(static _ => { });
    }
}
