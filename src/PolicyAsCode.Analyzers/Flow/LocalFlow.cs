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
    private readonly Dictionary<CaptureId, HashSet<IOperation>> _alternatives = [];
    private readonly HashSet<CaptureId> _written = [];
    private readonly Stack<ControlFlowGraph> _graphs = new();
    private readonly Stack<IMethodSymbol?> _functions = new();
    private readonly Dictionary<ISymbol, Label> _yielded = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _recursive = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, FunctionWalk> _walks = new(SymbolEqualityComparer.Default);
    private TermSet _alwaysProved;
    private readonly Dictionary<IMethodSymbol, ControlFlowGraph> _holders = new(SymbolEqualityComparer.Default);

    internal BodyFlow Walk(ControlFlowGraph graph)
    {
        var state = new FlowState(_steady);
        Walk(graph, owner as IMethodSymbol, state);
        var proof = ProofOf(owner);

        // A local function that nobody calls here may be handed on: its body counts too.
        foreach (var function in _holders.Keys.ToList())
            if (!_returned.ContainsKey(function))
                Enter(function, state);
        var purposes = policy.Purposes.Of(owner);
        // A private method that says for what it runs has callers that may have proved what that needs.
        // What is generated from the policy keeps its promises: no caller answers for that.
        var answersItself = policy.Promises.IsOne(owner, body, cancel)
            || (purposes.IsEmpty
                ? policy.EntryPoints.Is(owner, body, _steady.MayMapEndpoints)
                : owner.DeclaredAccessibility != Accessibility.Private);
        return _recorder.ToFlow(
            owner, body, purposes, answersItself, Outs(state), _returnedParts, _thrown, proof);
    }

    private ImmutableArray<Label> Outs(FlowState end)
    {
        if (owner is not IMethodSymbol { Parameters: var parameters })
            return [];
        var outs = parameters.Select(parameter => Out(parameter, end)).ToImmutableArray();
        return outs.All(label => label.IsEmpty) ? [] : outs;
    }

    private Label Out(IParameterSymbol parameter, FlowState end) =>
        parameter.RefKind is RefKind.Out or RefKind.Ref ? end.TryGet(new(parameter), out var label) ? label : Label.None
        : _filled.TryGetValue(parameter, out var filled) ? filled
        : Label.None;

    /// <summary>Walks a graph from a state to its end; the state is then the one at its end.</summary>
    private Label Walk(ControlFlowGraph graph, IMethodSymbol? function, FlowState state)
    {
        foreach (var block in graph.Blocks)
            Capture(block);
        foreach (var local in graph.LocalFunctions)
            _holders[local] = graph;

        // What a written parameter begins with: else a branch that writes nothing would know nothing of it.
        if (function is not null)
            foreach (var parameter in function.Parameters)
                if (parameter.RefKind != RefKind.Out && _steady.IsWritten(parameter) && !state.TryGet(new(parameter), out _))
                    state.Set(new(parameter), Given(parameter));

        _graphs.Push(graph);
        _functions.Push(function);
        var finallies = new FinallyStates();
        var version = _steady.Version;
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
                    var meanwhile = IsTried(block) ? entry.Copy() : null;
                    returned = returned.Join(Walk(block, function, after, meanwhile));
                    Leave(block, meanwhile, after, before, finallies);
                }
            // Something was read before all that it holds was known.
            if (_steady.Version != version)
                before.ChangeAll();
            version = _steady.Version;
        }

        _graphs.Pop();
        _functions.Pop();
        var end = before.Of(graph.Blocks.Length - 1);
        _alwaysProved = end?.Proved ?? policy.Proving.All;
        if (end is not null)
            state.Join(end);
        return returned;
    }

    private Label Walk(BasicBlock block, IMethodSymbol? function, FlowState state, FlowState? meanwhile)
    {
        var outer = _block;
        _block = block;
        var label = Inside(block, function, state, meanwhile);
        _block = outer;
        return label;
    }

    private Label Inside(BasicBlock block, IMethodSymbol? function, FlowState state, FlowState? meanwhile)
    {
        foreach (var operation in block.Operations)
        {
            Evaluate(operation, state);
            meanwhile?.Join(state);
        }
        if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Rethrow)
            Rethrow(state);
        if (block.BranchValue is not { } value)
            return Label.None;

        var label = Evaluate(value, state);
        meanwhile?.Join(state);
        if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Throw)
            Throw(label);
        if (block.FallThroughSuccessor?.Semantics != ControlFlowBranchSemantics.Return)
            return Label.None;
        if (function is not null)
        {
            _recorder.Return(function, value, Whole(value, label));
            Return(function, value, state);
            ReturnElements(function, value, label, state);
        }
        return label;
    }

    private void Leave(
        BasicBlock block, FlowState? meanwhile, FlowState after, EntryStates before, FinallyStates finallies)
    {
        var (passed, taken) = Branch(block, after);
        Leave(block, block.FallThroughSuccessor, passed, before, finallies);
        Leave(block, block.ConditionalSuccessor, taken, before, finallies);
        if (meanwhile is null)
            return;

        // An exception can come between any two effects of the block, and after its last.
        foreach (var region in Regions(block))
            if (region.Kind == ControlFlowRegionKind.Try)
                foreach (var handler in region.EnclosingRegion!.NestedRegions)
                    if (handler.Kind != ControlFlowRegionKind.Try)
                        before.Join(handler.FirstBlockOrdinal, meanwhile);
    }

    private static void Leave(
        BasicBlock block, ControlFlowBranch? branch, FlowState state, EntryStates before, FinallyStates finallies)
    {
        if (branch?.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
            finallies.End(block, state, before);
        else if (branch is not null && finallies.Through(branch, state, before) is { } arriving
            && branch.Destination is { } next)
            before.Join(next.Ordinal, arriving);
    }

    private static bool IsTried(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region.Kind != ControlFlowRegionKind.Root; region = region.EnclosingRegion!)
            if (region.Kind == ControlFlowRegionKind.Try)
                return true;
        return false;
    }

    // The root of a lambda's graph lies in a region of the graph around it, whose blocks are numbered apart.
    private static IEnumerable<ControlFlowRegion> Regions(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region.Kind != ControlFlowRegionKind.Root; region = region.EnclosingRegion!)
            yield return region;
    }

    // A capture stands for an expression that the compiler evaluates once: `x.Y ??= z` reads and writes through one.
    private void Capture(BasicBlock block)
    {
        foreach (var operation in block.Operations)
            foreach (var inner in operation.DescendantsAndSelf())
                if (inner is IFlowCaptureOperation capture)
                {
                    _captured[capture.Id] = capture.Value;
                    if (capture.Value.Type is { TypeKind: TypeKind.Delegate })
                        Alternatives(capture.Id).Add(capture.Value);
                }
                else if (inner is IAssignmentOperation { Target: IFlowCaptureReferenceOperation written })
                    _written.Add(written.Id);
    }

    // b ? One : Other is captured on both ways.
    private HashSet<IOperation> Alternatives(CaptureId capture)
    {
        if (!_alternatives.TryGetValue(capture, out var values))
            _alternatives.Add(capture, values = []);
        return values;
    }

    /// <summary>Walks a lambda or local function from here; what it returns.</summary>
    private Label Enter(IMethodSymbol function, ControlFlowGraph graph, FlowState state)
    {
        var label = _returned.TryGetValue(function, out var before) ? before : Label.None;
        if (!_walking.Add(function))
        {
            _recursive.Add(function);
            return label;
        }

        // Called twice from the same state, it does the same: nested functions would be walked 2, 4, 8 … times.
        if (_walks.TryGetValue(function, out var last) && last.Version == _steady.Version && last.Before.Equals(state))
        {
            _walking.Remove(function);
            _alwaysProved = last.AlwaysProved;
            state.Join(last.After);
            return label;
        }

        var start = state.Copy();
        for (var grown = true; grown;)
        {
            // It may run or not, now or later: what it changes outside is joined, not replaced.
            var inside = state.Copy();
            var known = label;
            label = known.Join(Walk(graph, function, inside));
            if (_yielded.TryGetValue(function, out var yielded))
                label = label.Join(yielded);
            state.Join(inside);
            _returned[function] = label;
            grown = _recursive.Remove(function) && !label.Equals(known);
        }
        _walking.Remove(function);
        if (_recursive.Count == 0)
            _walks[function] = new(start, state.Copy(), _alwaysProved, _steady.Version);
        return label;
    }

    private sealed record FunctionWalk(FlowState Before, FlowState After, TermSet AlwaysProved, int Version);

    private Label Enter(IMethodSymbol localFunction, FlowState state) =>
        _holders.TryGetValue(localFunction.OriginalDefinition, out var holder)
            ? Enter(localFunction.OriginalDefinition,
                holder.GetLocalFunctionControlFlowGraph(localFunction.OriginalDefinition, cancel), state)
            : Label.None;
}
