using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Analyzers.Tests.Verification;

namespace PolicyAsCode.Analyzers.Tests.Flow;

/// <summary>The annotated cases as they come about in an editor.</summary>
internal static class ConstructEdits
{
    /// <summary>What the rules find in some cases after these were edited, and were something else before.</summary>
    /// <param name="suite">All cases.</param>
    /// <param name="cases">Those that are edited.</param>
    /// <param name="edit">How their bodies looked before (<see cref="EditedTwin.Edits"/>).</param>
    /// <returns>That, and whether what was known before was used.</returns>
    internal static async Task<(ILookup<string, ConstructFinding> Found, bool IsKept)> FindAsync(
        ConstructSuite suite, IReadOnlyCollection<ConstructCase> cases, Func<SyntaxNode, int, SyntaxNode?> edit)
    {
        var options = new AnalyzerOptions(
            [new TestAdditionalText("policies/shop.policy.yaml", Policies.Shop)], new TestOptions(new Dictionary<string, string>()));
        var paths = cases.Select(one => one.Path).ToHashSet(StringComparer.Ordinal);
        await LookAsync(EditedTwin.Before(suite.Compilation, edit, tree => paths.Contains(tree.FilePath)));
        return await LookAsync(suite.Compilation.Clone());

        async Task<(ILookup<string, ConstructFinding>, bool)> LookAsync(Compilation compilation)
        {
            var analyzed = compilation.WithAnalyzers(ConstructSuite.Rules, options);
            var found = new List<Diagnostic>();
            foreach (var tree in analyzed.Compilation.SyntaxTrees.Where(tree => paths.Contains(tree.FilePath)))
                found.AddRange(await analyzed.GetAnalyzerSemanticDiagnosticsAsync(
                    analyzed.Compilation.GetSemanticModel(tree), filterSpan: null, default));
            return (ConstructSuite.Findings(found),
                BoundPolicy.Of(analyzed.Compilation, options, default, keeps: true)?.Edited is not null);
        }
    }
}
