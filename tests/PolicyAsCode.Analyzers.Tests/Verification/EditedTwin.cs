using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Policy;

namespace PolicyAsCode.Analyzers.Tests.Verification;

/// <summary>
/// Tested code as it comes about in an editor: another version of it is analysed first, in which bodies say something else,
/// and then the code itself by the same analyzers. What they find must be what they find at a first look.
/// </summary>
public static class EditedTwin
{
    // One test in so many does it in every run; all of them where this is set (eng/edits.sh).
    private const string All = "POLICYASCODE_EDITS";
    private const int OneIn = 8;

    /// <summary>How code looked before it was edited into what is tested.</summary>
    public static IReadOnlyList<Func<SyntaxNode, int, SyntaxNode?>> Edits { get; } =
    [
        // As somebody types: in one body.
        (code, i) => i == 0 ? Harmless(code) : null,
        (code, i) => i == 1 ? Harmless(code) : null,
        (code, i) => i == 0 ? Idle(code) : null,
        (code, i) => i == 1 ? Idle(code) : null,
        (code, i) => i == 2 ? Idle(code) : null,
        (code, i) => i == 1 ? Shorter(code, i) : null,
        // As a tool replaces something: in many.
        (code, _) => Harmless(code),
        (code, i) => i % 2 == 0 ? Idle(code) : null,
        Shorter,
    ];

    /// <summary>Whether all tests do it in this run.</summary>
    public static bool AreAllAsked => Environment.GetEnvironmentVariable(All) is { Length: > 0 };

    /// <summary>Whether a test is one of those that do it in this run.</summary>
    public static bool IsAsked(string code) => AreAllAsked || code.Sum(one => (long)one) % OneIn == 0;

    /// <summary>Compares, for each edit.</summary>
    /// <returns>How often what was known before was used; null where no policy governs, and nothing is known.</returns>
    public static async Task<int?> VerifyAsync(
        Compilation code, ImmutableArray<DiagnosticAnalyzer> analyzers, Func<AnalyzerOptions> options,
        ImmutableArray<Diagnostic> expected)
    {
        int? kept = null;
        foreach (var edit in Edits)
        {
            var files = options();
            var before = Before(code, edit);
            await before.WithAnalyzers(analyzers, files).GetAnalyzerDiagnosticsAsync();
            var seen = new SeenCompilation();
            var found = await code.Clone().WithAnalyzers(analyzers.Add(seen), files).GetAnalyzerDiagnosticsAsync();
            Assert.Equal(Shown(expected), Shown(found));
            if (BoundPolicy.Of(seen.Last!, files, default, keeps: true) is { } policy)
                kept = (kept ?? 0) + (policy.Edited is null ? 0 : 1);
        }
        return kept;
    }

    /// <summary>Code as it was before an edit.</summary>
    public static Compilation Before(
        Compilation code, Func<SyntaxNode, int, SyntaxNode?> edit, Func<SyntaxTree, bool>? isEdited = null)
    {
        var i = 0;
        foreach (var tree in code.SyntaxTrees.Where(tree => isEdited?.Invoke(tree) != false))
        {
            var bodies = tree.GetRoot().DescendantNodes().Where(IsBody)
                .Select(body => (body, before: edit(body, i++))).Where(one => one.before is not null)
                .ToDictionary(one => one.body, one => one.before!);
            if (bodies.Count > 0)
                code = code.ReplaceSyntaxTree(tree, tree.WithRootAndOptions(
                    tree.GetRoot().ReplaceNodes(bodies.Keys, (body, _) => bodies[body]), tree.Options));
        }
        return code;
    }

    private static bool IsBody(SyntaxNode node) =>
        node is BlockSyntax or ArrowExpressionClauseSyntax
        && node.Parent is MethodDeclarationSyntax or AccessorDeclarationSyntax or PropertyDeclarationSyntax or OperatorDeclarationSyntax
        && !node.DescendantNodes().OfType<YieldStatementSyntax>().Any();

    private static SyntaxNode? Harmless(SyntaxNode body) => body is BlockSyntax block
        ? block.WithStatements(block.Statements.Insert(0, SyntaxFactory.ParseStatement("; ")))
        : null;

    private static SyntaxNode? Shorter(SyntaxNode body, int i) => body is BlockSyntax { Statements: { Count: > 1 } all } block
        ? block.WithStatements(all.RemoveAt(i % all.Count))
        : null;

    // It says the same names, and does nothing with them: what stands behind a return never runs.
    private static SyntaxNode? Idle(SyntaxNode body) => body switch
    {
        BlockSyntax block => block.WithStatements(block.Statements.Insert(
            0, SyntaxFactory.ParseStatement(Returns(block.Parent) ? "return default!; " : "return; "))),
        ArrowExpressionClauseSyntax { Expression: var value } arrow when Returns(arrow.Parent) =>
            arrow.WithExpression(SyntaxFactory.ParseExpression($"({value}) is var _ ? default! : default!")),
        _ => null,
    };

    private static bool Returns(SyntaxNode? member) => member switch
    {
        MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax { Keyword: var type } } => !type.IsKind(SyntaxKind.VoidKeyword),
        MethodDeclarationSyntax { ReturnType: var type } method =>
            !method.Modifiers.Any(SyntaxKind.AsyncKeyword) || type is GenericNameSyntax,
        AccessorDeclarationSyntax accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration),
        _ => true,
    };

    private static string Shown(IEnumerable<Diagnostic> found) => string.Join("\n", found.Select(one => string.Create(
        CultureInfo.InvariantCulture,
        $"{one} from {string.Join(" and ", one.AdditionalLocations.Select(place => place.GetLineSpan()))}")).Order(StringComparer.Ordinal));
}
