using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PolicyAsCode.Benchmarks;

/// <summary>
/// One edit in an editor: a method of a large program changes, and the diagnostics of its file are asked for again. Bar: 100 ms
/// more than with an empty analyzer, median of ten.
/// </summary>
internal static class FlowWarm
{
    private const int Edits = 10;

    public static void Run(string folder, string policies, string file)
    {
        var trees = FlowReal.Trees(folder);
        var options = FlowCode.Options(Directory.EnumerateFiles(policies, "*.yaml"));
        var edited = trees.Single(tree => tree.FilePath.EndsWith(file, StringComparison.Ordinal));
        var compilation = FlowReal.Create(trees);
        ImmutableArray<DiagnosticAnalyzer> empty = [new EmptyAnalyzer()];
        var edits = 0;
        // The compilation before the edit was analysed, as it was in the editor.
        Analyze(compilation, edited, FlowCode.Ours, options);
        PairedRuns.Time(Edits, () => Edit(empty), () => Edit(FlowCode.Ours)).Print("empty analyzer", "all of ours");

        void Edit(ImmutableArray<DiagnosticAnalyzer> analyzers)
        {
            var changed = Changed(edited, edits++);
            Analyze(compilation.ReplaceSyntaxTree(edited, changed), changed, analyzers, options);
        }
    }

    private static void Analyze(
        CSharpCompilation compilation, SyntaxTree tree, ImmutableArray<DiagnosticAnalyzer> analyzers, AnalyzerOptions options)
    {
        var analyzed = compilation.WithAnalyzers(analyzers, options);
        var model = analyzed.Compilation.GetSemanticModel(tree);
        model.GetDiagnostics();
        analyzed.GetAnalyzerSyntaxDiagnosticsAsync(tree, default).GetAwaiter().GetResult();
        analyzed.GetAnalyzerSemanticDiagnosticsAsync(model, null, default).GetAwaiter().GetResult();
    }

    // A statement more in the longest method of the file.
    private static SyntaxTree Changed(SyntaxTree tree, int edit)
    {
        var root = tree.GetRoot();
        var block = root.DescendantNodes().OfType<MethodDeclarationSyntax>().Select(method => method.Body)
            .OfType<BlockSyntax>().MaxBy(body => body.Span.Length)!;
        return tree.WithRootAndOptions(
            root.ReplaceNode(block, block.WithStatements(block.Statements.Insert(
                0, SyntaxFactory.ParseStatement($"_ = {edit};")))),
            tree.Options);
    }
}
