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

        // Without a policy no rule registers anything (a test says so), so that all of the cost is that of starting, and
        // does not grow with the code: one small file shows it, where the clock is fine enough.
        var one = SyntheticShop.Trees(files: 1);
        for (var warmUp = 0; warmUp < 20; warmUp++)
        {
            Compile(one, empty);
            Compile(one, ours);
        }
        Console.WriteLine("one file of it");
        PairedRuns.Time(100, () => Compile(one, empty), () => Compile(one, ours)).Print("empty analyzer", "PolicyAsCode, no policy");
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
