using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers;
using PolicyAsCode.Language.Facts;

namespace PolicyAsCode.Benchmarks;

/// <summary>
/// What the facts of real code weigh, and how long they take: all sources below a folder as one library, under a policy, or
/// under none. Processor time, beside that of binding everything.
/// </summary>
internal static class FlowFacts
{
    public static void Run(string folder, string? policies)
    {
        var trees = FlowReal.Trees(folder);
        var options = policies is null ? new([], new None()) : FlowCode.Options(Directory.EnumerateFiles(policies, "*.yaml"));
        var characters = trees.Sum(tree => (long)tree.GetText().Length);
        Console.WriteLine($"{trees.Length:N0} files, {characters:N0} characters, policy {policies ?? "none"}");
        for (var run = 0; run < 3; run++)
        {
            var compilation = FlowReal.Create(trees);
            var before = Environment.CpuUsage.TotalTime;
            compilation.GetDiagnostics();
            var bound = Environment.CpuUsage.TotalTime;
            CSharpGeneratorDriver.Create(
                    [new FactsGenerator().AsSourceGenerator()], options.AdditionalFiles,
                    (CSharpParseOptions)trees[0].Options, options.AnalyzerConfigOptionsProvider)
                .RunGeneratorsAndUpdateCompilation(FlowReal.Create(trees), out var written, out var told);
            var done = Environment.CpuUsage.TotalTime;
            foreach (var failure in told)
                Console.WriteLine(failure);
            var text = written.Assembly.GetAttributes()
                .First(one => one.ConstructorArguments is [{ Value: FactsFile.Key }, _]).ConstructorArguments[1].Value as string;
            var facts = FactsFile.Read(text!, out _)!;
            Console.WriteLine(
                $"binding {(bound - before).TotalSeconds:0.00} s, facts {(done - bound).TotalSeconds:0.00} s; "
                + $"{facts.Methods.Length:N0} methods, {Encoding.UTF8.GetByteCount(text!):N0} bytes; lines by kind: "
                + string.Join(", ", text!.Split('\n').Where(line => line.Length > 0).GroupBy(line => line[0])
                    .Select(group => $"{group.Key} {group.Count():N0} ({group.Sum(line => line.Length + 1):N0})")));
        }
    }

    private sealed class None : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, out string value)
            {
                value = key == "build_property.PrivacyPolicy" ? "none" : "";
                return value.Length > 0;
            }
        }
    }
}
