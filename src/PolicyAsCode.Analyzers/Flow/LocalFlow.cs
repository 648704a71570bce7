using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// One forward walk of one body: places to labels, over Roslyn's own control flow graph, to a fixpoint. Stays inside
/// the body; what is called is known by its declarations, by its summary (<see cref="MethodSolver"/>), and for what is not
/// ours by its types (<see cref="Carrying"/>).
/// Parts: this file walks graphs, <c>.Values</c> what an expression carries, <c>.Calls</c> what a call does to it,
/// <c>.Assignments</c> where it is put, <c>.Proofs</c> which gates are proved.
/// </summary>
internal sealed partial class LocalFlow(
    BoundPolicy policy, ISymbol owner, IOperation body, MethodSolver solver, CancellationToken cancel)
{
    private readonly FlowRecorder _recorder = new();
    private readonly SteadyPlaces _steady = new(body);
    private readonly Dictionary<IOperation, Label> _labels = [];
    private readonly Dictionary<ISymbol, Label> _returned = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _walking = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<CaptureId, IOperation> _captured = [];
    private readonly HashSet<CaptureId> _written = [];
    private readonly Stack<ControlFlowGraph> _graphs = new();
    private TermSet _alwaysProved;
    private readonly Dictionary<IMethodSymbol, ControlFlowGraph> _holders = new(SymbolEqualityComparer.Default);

    internal BodyFlow Walk(ControlFlowGraph graph)
    {
        var state = new FlowState(_steady);
        Walk(graph, owner as IMethodSymbol, state);

        // A local function that nobody calls here may be handed on: its body counts too.
        foreach (var function in _holders.Keys.ToList())
            if (!_returned.ContainsKey(function))
                Enter(function, state);
        var purposes = policy.Purposes.Of(owner);
        // A private method that says for what it runs has callers that may have proved what that needs.
        var answersItself = purposes.IsEmpty
            ? policy.EntryPoints.Is(owner, body)
            : owner.DeclaredAccessibility != Accessibility.Private;
        return _recorder.ToFlow(
            owner, body, purposes, answersItself, Outs(state), new(ReturnedProof, _alwaysProved));
    }

    private ImmutableArray<Label> Outs(FlowState end) =>
        owner is IMethodSymbol { Parameters: var parameters }
            && parameters.Any(parameter => parameter.RefKind is RefKind.Out or RefKind.Ref)
            ? [.. parameters.Select(parameter =>
                parameter.RefKind is RefKind.Out or RefKind.Ref && end.TryGet(new(parameter), out var label)
                    ? label
                    : Label.None)]
            : [];

    /// <summary>Walks a graph from a state to its end; the state is then the one at its end.</summary>
    private Label Walk(ControlFlowGraph graph, IMethodSymbol? function, FlowState state)
    {
        foreach (var block in graph.Blocks)
            Capture(block);
        foreach (var local in graph.LocalFunctions)
            _holders[local] = graph;

        _graphs.Push(graph);
        var before = new EntryStates(graph.Blocks.Length);
        before.Join(0, state);
        var returned = Label.None;
        while (before.HasChanged)
        {
            foreach (var block in graph.Blocks)
                if (before.TakeChanged(block.Ordinal) is { } entry)
                {
                    cancel.ThrowIfCancellationRequested();
                    var after = entry.Copy();
                    returned = returned.Join(Walk(block, function, after));
                    Leave(graph, block, entry, after, before);
                }
            if (_steady.TakeOutdated())
                before.ChangeAll();
        }

        _graphs.Pop();
        var end = before.Of(graph.Blocks.Length - 1);
        if (_graphs.Count == 0)
            _alwaysProved = end?.Proved ?? policy.Proving.All;
        if (end is not null)
            state.Join(end);
        return returned;
    }

    private Label Walk(BasicBlock block, IMethodSymbol? function, FlowState state)
    {
        foreach (var operation in block.Operations)
            Evaluate(operation, state);
        if (block.BranchValue is not { } value)
            return Label.None;

        var label = Evaluate(value, state);
        if (block.FallThroughSuccessor?.Semantics != ControlFlowBranchSemantics.Return)
            return Label.None;
        if (function is not null)
        {
            _recorder.Return(function, value, Whole(value, label));
            if (SymbolEqualityComparer.Default.Equals(function, owner))
                Return(value, state);
        }
        return label;
    }

    private void Leave(
        ControlFlowGraph graph, BasicBlock block, FlowState entry, FlowState after, EntryStates before)
    {
        var (passed, taken) = Branch(block, after);
        foreach (var (branch, state) in new[] { (block.FallThroughSuccessor, passed), (block.ConditionalSuccessor, taken) })
        {
            if (branch is null)
                continue;
            if (branch.Destination is { } next)
                before.Join(next.Ordinal, state);
            foreach (var last in branch.FinallyRegions)
                before.Join(last.FirstBlockOrdinal, state);
        }

        // The root of a lambda's graph lies in a region of the graph around it, whose blocks are numbered apart.
        for (var region = block.EnclosingRegion;
             region.Kind != ControlFlowRegionKind.Root;
             region = region.EnclosingRegion!)
        {
            var whole = region.EnclosingRegion!;
            if (region.Kind == ControlFlowRegionKind.Try)
            {
                foreach (var handler in whole.NestedRegions)
                {
                    if (handler.Kind == ControlFlowRegionKind.Try)
                        continue;
                    // An exception can come before the block's last effect and after its first.
                    before.Join(handler.FirstBlockOrdinal, entry);
                    before.Join(handler.FirstBlockOrdinal, after);
                }
            }
            else if (region.Kind == ControlFlowRegionKind.Finally && block.Ordinal == region.LastBlockOrdinal)
            {
                // What a finally changes is seen by whatever follows the whole statement.
                if (whole.LastBlockOrdinal + 1 < graph.Blocks.Length)
                    before.Join(whole.LastBlockOrdinal + 1, after);
            }
        }
    }

    // A capture stands for an expression that the compiler evaluates once: `x.Y ??= z` reads and writes through one.
    private void Capture(BasicBlock block)
    {
        foreach (var operation in block.Operations)
            foreach (var inner in operation.DescendantsAndSelf())
                if (inner is IFlowCaptureOperation capture)
                    _captured[capture.Id] = capture.Value;
                else if (inner is IAssignmentOperation { Target: IFlowCaptureReferenceOperation written })
                    _written.Add(written.Id);
    }

    /// <summary>Walks a lambda or local function from here; what it returns.</summary>
    private Label Enter(IMethodSymbol function, ControlFlowGraph graph, FlowState state)
    {
        var known = _returned.TryGetValue(function, out var before) ? before : Label.None;
        if (!_walking.Add(function))
            return known;

        // It may run or not, now or later: what it changes outside is joined, not replaced.
        var inside = state.Copy();
        var label = known.Join(Walk(graph, function, inside));
        state.Join(inside);
        _returned[function] = label;
        _walking.Remove(function);
        return label;
    }

    private Label Enter(IMethodSymbol localFunction, FlowState state) =>
        _holders.TryGetValue(localFunction.OriginalDefinition, out var holder)
            ? Enter(localFunction.OriginalDefinition,
                holder.GetLocalFunctionControlFlowGraph(localFunction.OriginalDefinition, cancel), state)
            : Label.None;
}
