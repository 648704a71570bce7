using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyAsCode.Proofs.Tests.Mutations;

/// <summary>Takes one thing after the other out of generated code.</summary>
internal static class PlanMutator
{
    private static readonly CSharpParseOptions s_parsing = new(LanguageVersion.Preview);

    /// <param name="sources">Files of one class, and whether something may be missing from them.</param>
    public static IEnumerable<PlanMutant> Mutants(IReadOnlyList<(string Text, bool IsProved)> sources)
    {
        var files = sources.Select(source => source.Text).ToList();
        for (var i = 0; i < files.Count; i++)
        {
            if (!sources[i].IsProved)
                continue;
            var root = CSharpSyntaxTree.ParseText(files[i], s_parsing).GetRoot();
            foreach (var (kind, node, replacement) in Removals(root))
            {
                var mutated = replacement is null
                    ? root.RemoveNode(node, SyntaxRemoveOptions.KeepNoTrivia)!
                    : root.ReplaceNode(node, replacement);
                var method = node.FirstAncestorOrSelf<MethodDeclarationSyntax>()!.Identifier.Text;
                yield return new(kind, $"{method}: {Text(node, kind)}", [.. files.Take(i), mutated.ToFullString(), .. files.Skip(i + 1)]);
            }
        }
    }

    private static IEnumerable<(MutantKind Kind, SyntaxNode Node, SyntaxNode? Replacement)> Removals(SyntaxNode root)
    {
        foreach (var method in root.DescendantNodes().OfType<MethodDeclarationSyntax>())
        {
            foreach (var statement in method.DescendantNodes().OfType<ExpressionStatementSyntax>())
                // A lock is for what others do at the same time, and here nobody does: the zoo's ConcurrencyTests hold it.
                if (statement.DescendantNodes().OfType<AwaitExpressionSyntax>().Any() && !statement.ToString().StartsWith("await run.LockAsync(", StringComparison.Ordinal))
                    yield return (MutantKind.Statement, statement, SyntaxFactory.EmptyStatement());
            // The steps of a sweep are a list of methods.
            foreach (var step in method.DescendantNodes().OfType<CollectionExpressionSyntax>().SelectMany(list => list.Elements)
                .OfType<ExpressionElementSyntax>().Where(element => element.Expression is IdentifierNameSyntax { Identifier.Text: var name }
                    && name.EndsWith("Async", StringComparison.Ordinal)))
                yield return (MutantKind.Statement, step, null);
            foreach (var statement in method.DescendantNodes().OfType<ReturnStatementSyntax>())
                if (method.ReturnType.ToString() == "Task" && statement.Expression is InvocationExpressionSyntax call)
                    yield return (MutantKind.Statement, call, SyntaxFactory.ParseExpression("Task.CompletedTask"));
            foreach (var call in method.DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.Text: var name, Expression: var rest })
                    continue;
                if (name == "Where" && !call.Ancestors().OfType<StatementSyntax>().First().ToString().StartsWith("await run.LockAsync(", StringComparison.Ordinal))
                    yield return (MutantKind.Condition, call, rest.WithTrailingTrivia(call.GetTrailingTrivia()));
                else if (name == "SetProperty"
                    && (rest is InvocationExpressionSyntax
                        || call.Parent is MemberAccessExpressionSyntax { Name.Identifier.Text: "SetProperty" }))
                    yield return (MutantKind.Assignment, call, rest.WithTrailingTrivia(call.GetTrailingTrivia()));
            }
        }
    }

    private static string Text(SyntaxNode node, MutantKind kind)
    {
        var text = kind == MutantKind.Statement
            ? node.ToString()
            : "." + ((MemberAccessExpressionSyntax)((InvocationExpressionSyntax)node).Expression).Name + ((InvocationExpressionSyntax)node).ArgumentList;
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
