using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// Which place holds what, and which gates are proved, at one point of a body. Places that are written at one point only
/// hold the same wherever they are read, and are known to all states of the body (<see cref="SteadyPlaces"/>): a state is
/// small, however long the body.
/// </summary>
internal sealed class FlowState
{
    private readonly SteadyPlaces _steady;

    // Most states of most bodies know nothing of their own, and there is one a block.
    private Dictionary<Place, Label>? _labels;
    private Dictionary<Place, Proof>? _answers;

    internal FlowState(SteadyPlaces steady) : this(steady, null, null, TermSet.Empty)
    {
    }

    private FlowState(
        SteadyPlaces steady, Dictionary<Place, Label>? labels, Dictionary<Place, Proof>? answers, TermSet proved) =>
        (_steady, _labels, _answers, Proved) = (steady, labels, answers, proved);

    /// <summary>The gates that every path to here has proved.</summary>
    internal TermSet Proved { get; private set; }

    internal FlowState Copy() => new(
        _steady,
        _labels is { Count: > 0 } ? new(_labels) : null,
        _answers is { Count: > 0 } ? new(_answers) : null,
        Proved);

    internal bool TryGet(Place place, out Label label)
    {
        label = default;
        return _labels?.TryGetValue(place, out label) == true || _steady.TryGet(place, out label);
    }

    /// <summary>What was there is gone, where the place is written more than once.</summary>
    internal void Set(Place place, Label label)
    {
        if (_steady.IsSteady(place))
            _steady.Add(place, label);
        else
            (_labels ??= [])[place] = label;
    }

    /// <summary>A weak update: what was there may still be there.</summary>
    internal void Add(Place place, Label label)
    {
        if (_steady.IsSteady(place))
            _steady.Add(place, label);
        else if (!label.IsEmpty)
        {
            _labels ??= [];
            _labels[place] = _labels.TryGetValue(place, out var known) ? known.Join(label) : label;
        }
    }

    /// <summary>From here on these are proved.</summary>
    internal void Prove(TermSet gates) => Proved = Proved.Union(gates);

    /// <summary>The same state where these are proved as well.</summary>
    internal FlowState Proving(TermSet gates) =>
        Proved.Covers(gates) ? this : new(_steady, _labels ??= [], _answers ??= [], Proved.Union(gates));

    /// <summary>What a variable's being true or false proves from now on.</summary>
    internal void Answer(Place place, Proof proof)
    {
        if (_steady.IsShared(place))
            _steady.Answer(place, proof);
        else if (proof.IsEmpty)
            _answers?.Remove(place);
        else
            (_answers ??= [])[place] = proof;
    }

    internal Proof AnswerOf(Place place) => _steady.IsShared(place) ? _steady.AnswerOf(place)
        : _answers is not null && _answers.TryGetValue(place, out var proof) ? proof : Proof.None;

    /// <summary>
    /// Joins the other into this one; whether this one changed. Labels only grow and what is proved only shrinks, so loops
    /// end.
    /// </summary>
    internal bool Join(FlowState other)
    {
        var changed = JoinProofs(other);
        if (other._labels is not { Count: > 0 } theirs)
            return changed;
        _labels ??= [];
        foreach (var pair in theirs)
            if (!_labels.TryGetValue(pair.Key, out var known))
            {
                _labels[pair.Key] = pair.Value;
                changed = true;
            }
            else if (known.Join(pair.Value) is var joined && !joined.Equals(known))
            {
                _labels[pair.Key] = joined;
                changed = true;
            }
        return changed;
    }

    /// <summary>The state behind a finally that ends so: what was proved before it is proved behind it.</summary>
    internal FlowState Behind(FlowState end)
    {
        var behind = Copy();
        behind.Join(end);
        behind.Proved = Proved.Union(end.Proved);
        return behind;
    }

    /// <summary>Whether both say the same.</summary>
    internal bool Equals(FlowState other) =>
        Proved.Equals(other.Proved) && Same(_labels, other._labels) && Same(_answers, other._answers);

    private static bool Same<TValue>(Dictionary<Place, TValue>? one, Dictionary<Place, TValue>? other) where TValue : struct =>
        (one?.Count ?? 0) == (other?.Count ?? 0)
        && (one is null || other is null
            || one.All(pair => other.TryGetValue(pair.Key, out var value) && value.Equals(pair.Value)));

    private bool JoinProofs(FlowState other)
    {
        var proved = Proved.Intersect(other.Proved);
        var changed = !proved.Equals(Proved);
        Proved = proved;
        if (_answers is not { Count: > 0 })
            return changed;
        foreach (var pair in _answers.ToList())
        {
            var either = pair.Value.Either(other.AnswerOf(pair.Key));
            changed |= either != pair.Value;
            Answer(pair.Key, either);
        }
        return changed;
    }
}
