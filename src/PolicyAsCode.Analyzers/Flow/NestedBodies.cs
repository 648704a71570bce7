using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>The graphs of lambdas and local functions, which lie in that of the body around them.</summary>
internal static class NestedBodies
{
    /// <summary>The outermost operation around one: what a graph is made of.</summary>
    internal static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }

    /// <summary>The graph of a lambda or local function inside the graph of its root.</summary>
    internal static ControlFlowGraph? GraphOf(IOperation function, ControlFlowGraph root, CancellationToken cancel)
    {
        var path = new Stack<IOperation>();
        for (var at = function; at is not null; at = at.Parent)
            if (at is ILocalFunctionOperation or IAnonymousFunctionOperation)
                path.Push(at);
        ControlFlowGraph? graph = root;
        while (path.Count > 0 && graph is not null)
            graph = path.Pop() switch
            {
                ILocalFunctionOperation { Symbol: var local } => graph.LocalFunctions.Contains(local)
                    ? graph.GetLocalFunctionControlFlowGraph(local, cancel)
                    : null,
                IAnonymousFunctionOperation { Symbol: var lambda } => Lambda(graph, lambda) is { } flow
                    ? graph.GetAnonymousFunctionControlFlowGraph(flow, cancel)
                    : null,
                _ => null,
            };
        return graph;
    }

    private static IFlowAnonymousFunctionOperation? Lambda(ControlFlowGraph graph, IMethodSymbol lambda) =>
        graph.Blocks
            .SelectMany(block => block.BranchValue is { } value ? block.Operations.Append(value) : block.Operations)
            .SelectMany(operation => operation.DescendantsAndSelf())
            .OfType<IFlowAnonymousFunctionOperation>()
            .FirstOrDefault(one => SymbolEqualityComparer.Default.Equals(one.Symbol, lambda));
}
