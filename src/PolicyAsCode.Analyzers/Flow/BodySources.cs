using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>What the locals of a body are written with; read once, and only when something is reported in it.</summary>
internal sealed class BodySources
{
    private readonly Dictionary<(SyntaxNode, OperationKind), IOperation> _originals = [];
    private readonly Dictionary<ISymbol, List<IOperation>> _written = new(SymbolEqualityComparer.Default);

    internal BodySources(IOperation body)
    {
        foreach (var operation in body.DescendantsAndSelf())
        {
            if (!_originals.ContainsKey((operation.Syntax, operation.Kind)))
                _originals.Add((operation.Syntax, operation.Kind), operation);
            Read(operation);
        }
    }

    /// <summary>An operation of the graph as it stands in the body: the graph's are copies.</summary>
    internal IOperation Original(IOperation operation) =>
        _originals.TryGetValue((operation.Syntax, operation.Kind), out var original) ? original : operation;

    /// <summary>All that a local is written with.</summary>
    internal IEnumerable<IOperation> Of(ILocalSymbol local) =>
        _written.TryGetValue(local, out var sources) ? sources : [];

    private void Read(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Symbol: var declared, Initializer.Value: { } value }:
                Add(declared, value);
                break;
            case IAssignmentOperation { Target: ILocalReferenceOperation { Local: var assigned }, Value: var value }:
                Add(assigned, value);
                break;
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: var item } } loop:
                Add(item, loop.Collection);
                break;
            case IInvocationOperation { Instance: ILocalReferenceOperation { Local: var filled } } call:
                foreach (var argument in call.Arguments)
                    Add(filled, argument.Value);
                break;
        }
    }

    private void Add(ILocalSymbol local, IOperation source)
    {
        if (!_written.TryGetValue(local, out var sources))
            _written.Add(local, sources = []);
        sources.Add(source);
    }
}
