using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Language;

namespace PolicyAsCode.Benchmarks;

/// <summary>
/// A whole program that nobody here wrote, under a full policy: what our analyzers add to what the compiler takes for it.
/// Bar: at most 5 % of the compiler's own time, and no more than the SDK's own flow rules (CA3001 to CA3012) add. All of its
/// files are one compilation against what this process runs on, so that no package has to restore; what then does not
/// bind is counted.
/// </summary>
internal static class FlowReal
{
    public static void Run(string folder, string policies, int runs)
    {
        RequireClean(policies);
        var trees = Trees(folder);
        var options = FlowCode.Options(Directory.EnumerateFiles(policies, "*.yaml"));
        Console.WriteLine($"{trees.Length:N0} files, {trees.Sum(tree => tree.GetText().Lines.Count):N0} lines");
        Console.WriteLine($"{Errors(Create(trees)):N0} errors of binding (packages that are not here)");

        (string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers)[] measured =
        [
            ("an empty analyzer", [new EmptyAnalyzer()]),
            ("all of ours", FlowCode.Ours),
            ("CA3001 to CA3012", SdkAnalyzers.Flow),
        ];
        var times = measured.Select(_ => new double[runs]).ToArray();
        var found = 0;
        for (var run = -1; run < runs; run++)
            for (var i = 0; i < measured.Length; i++)
            {
                GC.Collect();
                var before = Environment.CpuUsage.TotalTime;
                var diagnostics = FlowCode.AnalyzeAll(Create(trees), measured[i].Analyzers, options);
                if (run >= 0)
                    times[i][run] = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
                if (i == 1)
                    found = diagnostics.Count(one => one.Id.StartsWith("PAC", StringComparison.Ordinal));
            }

        Console.WriteLine($"{found:N0} findings of ours; processor time, median of {runs}");
        var empty = Median(times[0]);
        for (var i = 0; i < measured.Length; i++)
            Console.WriteLine(
                $"{measured[i].Name,-20} {Median(times[i]),7:0.00} s   added {Median(times[i]) / empty - 1,7:0.0%}   min {times[i].Min(),6:0.00}   max {times[i].Max(),6:0.00}");
    }

    // A policy with a mistake switches every rule about code off: their cost would be measured as nothing.
    private static void RequireClean(string policies)
    {
        var files = Directory.EnumerateFiles(policies, "*.yaml").Select(path => PolicyCompiler.Parse(path, File.ReadAllText(path)));
        if (PolicyCompiler.Compile(files, null, null).Diagnostics.FirstOrDefault(one => one.Severity == PolicySeverity.Error) is { } mistake)
            throw new InvalidOperationException($"{mistake.Location}: {mistake.Id}");
    }

    private static int Errors(Compilation compilation) =>
        compilation.GetDiagnostics().Count(one => one.Severity == DiagnosticSeverity.Error);

    internal static ImmutableArray<SyntaxTree> Trees(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path[folder.Length..].Split(Path.DirectorySeparatorChar)
                .Any(part => part is "obj" or "bin" or "tests" or "test" or "fuzz"))
            .Order(StringComparer.Ordinal)
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), new(LanguageVersion.Preview), path)),
    ];

    internal static CSharpCompilation Create(ImmutableArray<SyntaxTree> trees) =>
        CSharpCompilation.Create("Program", trees, References, SyntheticShop.Options);

    private static ImmutableArray<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
