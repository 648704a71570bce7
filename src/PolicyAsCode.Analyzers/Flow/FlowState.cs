namespace PolicyAsCode.Analyzers.Flow;

/// <summary>Which place holds what, at one point of a body.</summary>
internal sealed class FlowState
{
    private readonly Dictionary<Place, Label> _labels;

    internal FlowState() => _labels = [];

    private FlowState(Dictionary<Place, Label> labels) => _labels = labels;

    internal FlowState Copy() => new(new(_labels));

    internal bool TryGet(Place place, out Label label) => _labels.TryGetValue(place, out label);

    /// <summary>A strong update: what was there is gone.</summary>
    internal void Set(Place place, Label label) => _labels[place] = label;

    /// <summary>A weak update: what was there may still be there.</summary>
    internal void Add(Place place, Label label)
    {
        if (!label.IsEmpty)
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
