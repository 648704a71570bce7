using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyAsCode.CodeFixes;

/// <summary>Where a symbol is declared, in code that can be changed.</summary>
internal static class Declarations
{
    /// <summary>The declaration that takes an attribute for this symbol alone; null where there is none to change.</summary>
    internal static async Task<(DocumentId Document, SyntaxNode Node)?> OfAsync(
        ISymbol symbol, Solution solution, CancellationToken cancel)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            var node = await reference.GetSyntaxAsync(cancel).ConfigureAwait(false);
            // `string a, b;` takes one attribute for both.
            if (node is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variables })
                node = variables.Variables.Count == 1 ? variables.Parent! : node;
            if (node is MemberDeclarationSyntax or ParameterSyntax
                && solution.GetDocumentId(node.SyntaxTree) is { } document)
                return (document, node);
        }
        return null;
    }
}
