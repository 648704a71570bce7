namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// Which place holds what, at one point of a body. What is written at one point only holds the same wherever it is read,
/// and is known to all states of the body (<see cref="SteadyPlaces"/>): a state is small, however long the body.
/// </summary>
internal sealed class FlowState
{
    private readonly SteadyPlaces _steady;
    private readonly Dictionary<Place, Label> _labels;

    internal FlowState(SteadyPlaces steady) : this(steady, [])
    {
    }

    private FlowState(SteadyPlaces steady, Dictionary<Place, Label> labels) => (_steady, _labels) = (steady, labels);

    internal FlowState Copy() => new(_steady, new(_labels));

    internal bool TryGet(Place place, out Label label) =>
        _labels.TryGetValue(place, out label) || _steady.TryGet(place, out label);

    /// <summary>What was there is gone, where the place is written more than once.</summary>
    internal void Set(Place place, Label label)
    {
        if (_steady.IsSteady(place))
            _steady.Add(place, label);
        else
            _labels[place] = label;
    }

    /// <summary>A weak update: what was there may still be there.</summary>
    internal void Add(Place place, Label label)
    {
        if (_steady.IsSteady(place))
            _steady.Add(place, label);
        else if (!label.IsEmpty)
            _labels[place] = _labels.TryGetValue(place, out var known) ? known.Join(label) : label;
    }

    /// <summary>Joins the other into this one; whether this one grew. Labels only grow, so loops end.</summary>
    internal bool Join(FlowState other)
    {
        var grown = false;
        foreach (var pair in other._labels)
            if (!_labels.TryGetValue(pair.Key, out var known))
            {
                _labels[pair.Key] = pair.Value;
                grown = true;
            }
            else if (known.Join(pair.Value) is var joined && !joined.Equals(known))
            {
                _labels[pair.Key] = joined;
                grown = true;
            }
        return grown;
    }
}
