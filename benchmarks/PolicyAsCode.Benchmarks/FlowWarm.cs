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
        ImmutableArray<DiagnosticAnalyzer> empty = [new EmptyAnalyzer()];
        // What any analyzer makes the compiler hold that asks for operations is told beside what ours hold.
        var (without, asking, with) = (Held(empty), Held([new EmptyAnalyzer(operations: true)]), Held(FlowCode.Ours));
        Console.WriteLine($"held after {Edits} edits: {without:N1} MB with an empty analyzer, {asking:N1} with one that asks for "
            + $"operations, {with:N1} with all of ours ({with / without - 1:P1} over the one, {with / asking - 1:P1} over the other)");

        var compilation = FlowReal.Create(trees);
        var edits = 0;
        // The compilation before the edit was analysed, as it was in the editor.
        Analyze(compilation, edited, FlowCode.Ours, options);
        PairedRuns.Time(Edits, () => Edit(empty), () => Edit(FlowCode.Ours)).Print("empty analyzer", "all of ours");
        Compare(folder, policies, 1, 1, [edited.FilePath]);

        // What an editor keeps: of its compilations the last, all of whose errors it shows, and the files of the policy.
        double Held(ImmutableArray<DiagnosticAnalyzer> analyzers)
        {
            var (tree, policy) = (edited, FlowCode.Options(Directory.EnumerateFiles(policies, "*.yaml")));
            var last = FlowReal.Create(trees);
            Analyze(last, tree, analyzers, policy);
            for (var edit = 0; edit < Edits; edit++)
            {
                var changed = Changed(tree, edit);
                (last, tree) = (last.ReplaceSyntaxTree(tree, changed), changed);
                Analyze(last, tree, analyzers, policy);
            }
            last.GetDiagnostics();
            var held = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
            GC.KeepAlive(last);
            GC.KeepAlive(policy);
            return held;
        }

        void Edit(ImmutableArray<DiagnosticAnalyzer> analyzers)
        {
            var changed = Changed(edited, edits++);
            Analyze(compilation.ReplaceSyntaxTree(edited, changed), changed, analyzers, options);
        }
    }

    /// <summary>
    /// Whether what is found after an edit is what is found by who looks at the whole: statements are taken out of methods,
    /// put into them and swapped, and each time the findings of the file are compared with those of a first look.
    /// </summary>
    /// <param name="folder">The program.</param>
    /// <param name="policies">The policy and its bindings.</param>
    /// <param name="edits">How many edits.</param>
    /// <param name="seed">Which.</param>
    /// <param name="files">Of which files; empty for any.</param>
    public static void Compare(string folder, string policies, int edits, int seed, IReadOnlyCollection<string> files)
    {
        var trees = FlowReal.Trees(folder);
        var options = Options();
        var random = new Random(seed);
        var compilation = FlowReal.Create(trees);
        var methods = trees.Where(tree => files.Count == 0 || files.Contains(tree.FilePath))
            .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            .Where(method => method.Body is { Statements.Count: > 1 }).ToList();
        var (same, other, milliseconds) = (0, 0, new List<double>());
        for (var edit = 0; edit < edits; edit++)
        {
            var method = methods[random.Next(methods.Count)];
            var changed = Changed(method, methods[random.Next(methods.Count)], random);
            var after = compilation.ReplaceSyntaxTree(method.SyntaxTree, changed);
            if (edit == 0)
                Analyze(compilation, method.SyntaxTree, FlowCode.Ours, options);
            var clock = System.Diagnostics.Stopwatch.StartNew();
            var kept = Analyze(after, changed, FlowCode.Ours, options);
            milliseconds.Add(clock.Elapsed.TotalMilliseconds);
            var whole = Analyze(after, changed, FlowCode.Ours, Options());
            if (kept.SequenceEqual(whole))
                same++;
            else
            {
                other++;
                Console.WriteLine($"{method.SyntaxTree.FilePath} {method.Identifier} (edit {edit})");
                foreach (var line in kept.Except(whole))
                    Console.WriteLine($"  only after the edit: {line}");
                foreach (var line in whole.Except(kept))
                    Console.WriteLine($"  only of the whole:   {line}");
            }
        }
        milliseconds.Sort();
        Console.WriteLine($"{edits} edits: findings the same after {same}, others after {other}; "
            + $"median {milliseconds[edits / 2]:0} ms, longest {milliseconds[^1]:0}");

        AnalyzerOptions Options() => FlowCode.Options(Directory.EnumerateFiles(policies, "*.yaml"));
    }

    // One statement less, one twice, two swapped, or one of another method.
    private static SyntaxTree Changed(MethodDeclarationSyntax method, MethodDeclarationSyntax other, Random random)
    {
        var statements = method.Body!.Statements;
        var (one, two) = (random.Next(statements.Count), random.Next(statements.Count));
        var changed = random.Next(4) switch
        {
            0 => statements.RemoveAt(one),
            1 => statements.Insert(two, statements[one]),
            2 => statements.Replace(statements[one], statements[two]),
            _ => statements.Insert(one, other.Body!.Statements[random.Next(other.Body.Statements.Count)]),
        };
        var root = method.SyntaxTree.GetRoot();
        return method.SyntaxTree.WithRootAndOptions(
            root.ReplaceNode(method.Body, method.Body.WithStatements(changed)), method.SyntaxTree.Options);
    }

    private static ImmutableArray<string> Analyze(
        CSharpCompilation compilation, SyntaxTree tree, ImmutableArray<DiagnosticAnalyzer> analyzers, AnalyzerOptions options)
    {
        var analyzed = compilation.WithAnalyzers(analyzers, options);
        var model = analyzed.Compilation.GetSemanticModel(tree);
        model.GetDiagnostics();
        var syntax = analyzed.GetAnalyzerSyntaxDiagnosticsAsync(tree, default).GetAwaiter().GetResult();
        var semantic = analyzed.GetAnalyzerSemanticDiagnosticsAsync(model, null, default).GetAwaiter().GetResult();
        return
        [
            .. syntax.Concat(semantic).Select(one => $"{one} {string.Join(" ", one.AdditionalLocations.Select(place => place.GetLineSpan()))}")
                .Order(StringComparer.Ordinal),
        ];
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
