using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Flow;

namespace PolicyAsCode.Analyzers.Edits;

/// <summary>A method or accessor whose body is another one after an edit, and nothing else of it.</summary>
/// <param name="Before">Its declaration before, as <see cref="TreeDeclarations.Bodies"/> knows it.</param>
/// <param name="After">The same after.</param>
/// <param name="CodeBefore">What stands in it before: a block, or what follows an arrow.</param>
/// <param name="CodeAfter">The same after.</param>
internal sealed record EditedBody(SyntaxNode Before, SyntaxNode After, SyntaxNode CodeBefore, SyntaxNode CodeAfter)
{
    private readonly object _lock = new();
    private SemanticModel? _model;

    /// <summary>The names in what stood there.</summary>
    internal NamesInBody NamesBefore { get; } = new(CodeBefore);

    /// <summary>The names in what stands there now.</summary>
    internal NamesInBody NamesAfter { get; } = new(CodeAfter);

    /// <summary>Whether it says such a name, or did.</summary>
    internal bool Mentions(string name) => NamesBefore.Mentions(name) || NamesAfter.Mentions(name);

    /// <summary>The new code, bound where the old one stood; null where the compiler does not.</summary>
    internal SemanticModel? ModelIn(SemanticModel before)
    {
        lock (_lock)
            return _model ??= Bound(before);
    }

    /// <summary>Its body, bound: of the declaration what stands in it, else the node itself.</summary>
    internal IOperation? Bind(SyntaxNode node, SemanticModel before, CancellationToken cancel) =>
        ModelIn(before)?.GetOperation(node == After ? CodeAfter : node, cancel);

    private SemanticModel? Bound(SemanticModel before)
    {
        var place = CodeBefore is BlockSyntax block ? block.OpenBraceToken.SpanStart
            : ((ArrowExpressionClauseSyntax)CodeBefore).Expression.SpanStart;
        SemanticModel? model = null;
        var isBound = (After, CodeAfter) switch
        {
            (BaseMethodDeclarationSyntax method, BlockSyntax) =>
                before.TryGetSpeculativeSemanticModelForMethodBody(place, method, out model),
            (AccessorDeclarationSyntax accessor, BlockSyntax) =>
                before.TryGetSpeculativeSemanticModelForMethodBody(place, accessor, out model),
            (_, ArrowExpressionClauseSyntax arrow) => before.TryGetSpeculativeSemanticModel(place, arrow, out model),
            _ => false,
        };
        return isBound ? model : null;
    }
}
