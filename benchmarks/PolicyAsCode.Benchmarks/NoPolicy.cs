using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers;

namespace PolicyAsCode.Benchmarks;

/// <summary>
/// A project without a policy: compiling about 100,000 lines with all our analyzers, against the same with an empty
/// analyzer. Bar: under 1 % more, wall clock, median of ten.
/// </summary>
internal static class NoPolicy
{
    public static void Run()
    {
        var trees = SyntheticShop.Trees(files: 600);
        Console.WriteLine($"{trees.Sum(tree => tree.GetText().Lines.Count):N0} lines, no policy in the project");
        ImmutableArray<DiagnosticAnalyzer> empty = [new EmptyAnalyzer()];
        var ours = typeof(PolicyRule).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
            .ToImmutableArray();
        Console.WriteLine($"{ours.Length} analyzers of ours, against one that is empty");

        for (var warmUp = 0; warmUp < 2; warmUp++)
        {
            Compile(trees, empty);
            Compile(trees, ours);
        }
        PairedRuns.Time(10, () => Compile(trees, empty), () => Compile(trees, ours)).Print("empty analyzer", "PolicyAsCode, no policy");
        Console.WriteLine($"{"in our callbacks, by the driver's own clock",-38} {InCallbacks(trees, ours):0.0} ms");
    }

    /// <summary>The sum over our analyzers: what wall clocks on a busy machine are too coarse to show.</summary>
    private static double InCallbacks(ImmutableArray<SyntaxTree> trees, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var analyzed = CSharpCompilation.Create("Shop", trees, SyntheticShop.References, SyntheticShop.Options)
            .WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: true));
        var result = analyzed.GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
        return result.AnalyzerTelemetryInfo.Values.Sum(telemetry => telemetry.ExecutionTime.TotalMilliseconds);
    }

    /// <summary>What the compiler does: bind, emit and run the analyzers beside it.</summary>
    private static void Compile(ImmutableArray<SyntaxTree> trees, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var compilation = CSharpCompilation.Create("Shop", trees, SyntheticShop.References, SyntheticShop.Options);
        var analyzed = compilation.WithAnalyzers(analyzers);
        var diagnostics = analyzed.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        using var assembly = new MemoryStream();
        if (!analyzed.Compilation.Emit(assembly).Success || diagnostics.Length > 0)
            throw new InvalidOperationException("The benchmark's own code must compile without a finding.");
    }
}
