namespace PolicyAsCode.Analyzers.Flow;

/// <summary>What is known at the entry of each block of a graph, and which blocks are to be walked with it.</summary>
internal sealed class EntryStates(int blocks)
{
    private readonly FlowState?[] _states = new FlowState?[blocks];
    private readonly bool[] _changed = new bool[blocks];
    private int _changes;

    /// <summary>Whether any block is still to be walked.</summary>
    internal bool HasChanged => _changes > 0;

    /// <summary>The state at a block's entry; null for one that nothing has reached.</summary>
    internal FlowState? Of(int block) => _states[block];

    /// <summary>Adds what is known where the block is entered from; a block that learns by it is walked (again).</summary>
    internal void Join(int block, FlowState state)
    {
        if (_states[block] is { } known)
        {
            if (!known.Join(state))
                return;
        }
        else
            _states[block] = state.Copy();
        Change(block);
    }

    /// <summary>The state of a block that is to be walked now; null for one that is not.</summary>
    internal FlowState? TakeChanged(int block)
    {
        if (!_changed[block])
            return null;
        _changed[block] = false;
        _changes--;
        return _states[block];
    }

    /// <summary>Has every block walked again that was reached.</summary>
    internal void ChangeAll()
    {
        for (var block = 0; block < _states.Length; block++)
            Change(block);
    }

    /// <summary>Has a block walked again, since what follows it has changed.</summary>
    internal void Change(int block)
    {
        if (_changed[block] || _states[block] is null)
            return;
        _changed[block] = true;
        _changes++;
    }
}
