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

    internal IEnumerable<BodyFlow> Of(CodeBlockAnalysisContext context, Func<NamesInBody, bool> worth)
    {
        var entry = _known.GetValue(context.CodeBlock, node => new(node));
        if (!worth(entry.Names))
            return [];
        lock (entry)
            return entry.Flows ??= Walk(context);
    }

    private List<BodyFlow> Walk(CodeBlockAnalysisContext context)
    {
        var flows = new List<BodyFlow>();
        foreach (var node in Bodies(context.CodeBlock))
            if (context.SemanticModel.GetOperation(node, context.CancellationToken) is { } body
                && Graph(body, context.CancellationToken) is { } graph)
                flows.Add(new LocalFlow(policy, context.OwningSymbol, context.CancellationToken).Walk(graph, body));
        return flows;
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

        internal List<BodyFlow>? Flows { get; set; }
    }
}
