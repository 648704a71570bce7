using Microsoft.CodeAnalysis.FlowAnalysis;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// How the finally regions of a graph end. Each is walked once, for all who leave through it; where they go on they take
/// along what they had proved before.
/// </summary>
internal sealed class FinallyStates
{
    private readonly Dictionary<ControlFlowRegion, FlowState> _ends = [];
    private readonly Dictionary<ControlFlowRegion, HashSet<int>> _leaving = [];

    /// <summary>Enters what a branch runs on its way; the state where it arrives, null while that is not known.</summary>
    internal FlowState? Through(ControlFlowBranch branch, FlowState state, EntryStates before)
    {
        foreach (var region in branch.FinallyRegions)
        {
            before.Join(region.FirstBlockOrdinal, state);
            if (!_leaving.TryGetValue(region, out var leaving))
                _leaving.Add(region, leaving = []);
            leaving.Add(branch.Source.Ordinal);
            if (!_ends.TryGetValue(region, out var end))
                return null;
            state = state.Behind(end);
        }
        return state;
    }

    /// <summary>A finally has come to its end: whoever leaves through it goes on.</summary>
    internal void End(BasicBlock block, FlowState after, EntryStates before)
    {
        var region = block.EnclosingRegion;
        while (region.Kind is not (ControlFlowRegionKind.Finally or ControlFlowRegionKind.Root))
            region = region.EnclosingRegion!;
        if (_ends.TryGetValue(region, out var known) ? !known.Join(after) : region.Kind != ControlFlowRegionKind.Finally)
            return;
        if (known is null)
            _ends.Add(region, after.Copy());
        if (_leaving.TryGetValue(region, out var leaving))
            foreach (var one in leaving)
                before.Change(one);
    }
}
