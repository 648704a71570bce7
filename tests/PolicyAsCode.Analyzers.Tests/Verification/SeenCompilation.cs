using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicyAsCode.Analyzers.Tests.Verification;

/// <summary>Remembers the compilation that analyzers were given: it is not the one that a test hands in.</summary>
#pragma warning disable RS1001, RS1036, RS2008 // Only tests run it.
internal sealed class SeenCompilation : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new("SEEN", "Seen", "Seen", "Tests", DiagnosticSeverity.Info, true);

    /// <summary>The last one.</summary>
    internal Compilation? Last { get; private set; }

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(all => Last = all.Compilation);
    }
}
