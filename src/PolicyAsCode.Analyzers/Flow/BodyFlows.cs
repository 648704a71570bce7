using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PolicyAsCode.Analyzers.Policy;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// The flows of a compilation's bodies, each walked once, whichever rule asks first. Works on code blocks and not on
/// operation blocks: those make Roslyn lower every body, and most bodies are of no interest by their names alone.
/// </summary>
internal sealed class BodyFlows(BoundPolicy policy)
{
    private readonly ConditionalWeakTable<SyntaxNode, Entry> _known = new();

    internal IReadOnlyList<BodyFlow> Of(CodeBlockAnalysisContext context, Func<NamesInBody, bool> worth)
    {
        var entry = _known.GetValue(context.CodeBlock, node => new(node));
        return worth(entry.Names)
            ? Of(entry, context.CodeBlock, context.OwningSymbol, context.SemanticModel, context.CancellationToken)
            : [];
    }

    /// <summary>
    /// The flow of a handler: of the body itself for its lambdas and local functions, of the method for one of the same
    /// file. For one of another file only its declared type is known (no semantic model of another tree in a rule).
    /// </summary>
    internal BodyFlow? OfHandler(IMethodSymbol handler, BodyFlow here, CancellationToken cancel)
    {
        if (handler.MethodKind is MethodKind.AnonymousFunction or MethodKind.LocalFunction)
            return here;
        foreach (var reference in handler.DeclaringSyntaxReferences)
            if (here.Body.SemanticModel is { } model && reference.SyntaxTree == model.SyntaxTree
                && reference.GetSyntax(cancel) is var node)
                return Of(_known.GetValue(node, key => new(key)), node, handler, model, cancel).FirstOrDefault();
        return null;
    }

    private IReadOnlyList<BodyFlow> Of(
        Entry entry, SyntaxNode block, ISymbol owner, SemanticModel model, CancellationToken cancel)
    {
        lock (entry)
            return entry.Flows ??=
            [
                .. from node in Bodies(block)
                   let body = model.GetOperation(node, cancel)
                   let graph = body is null ? null : Graph(body, cancel)
                   where graph is not null
                   select new LocalFlow(policy, owner, cancel).Walk(graph, body),
            ];
    }

    private static IEnumerable<SyntaxNode> Bodies(SyntaxNode declared)
    {
        switch (declared)
        {
            case BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax
                or CompilationUnitSyntax:
                yield return declared;
                break;
            case VariableDeclaratorSyntax { Initializer: { } initializer }:
                yield return initializer;
                break;
            case PropertyDeclarationSyntax property:
                if (property.ExpressionBody is { } body)
                    yield return body;
                if (property.Initializer is { } value)
                    yield return value;
                break;
        }
    }

    private static ControlFlowGraph? Graph(IOperation body, CancellationToken cancel) => body switch
    {
        IMethodBodyOperation method => ControlFlowGraph.Create(method, cancel),
        IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor, cancel),
        IFieldInitializerOperation field => ControlFlowGraph.Create(field, cancel),
        IPropertyInitializerOperation property => ControlFlowGraph.Create(property, cancel),
        IBlockOperation { Parent: null } block => ControlFlowGraph.Create(block, cancel),
        _ => null,
    };

    private sealed class Entry(SyntaxNode node)
    {
        internal NamesInBody Names { get; } = new(node);

        internal IReadOnlyList<BodyFlow>? Flows { get; set; }
    }
}
