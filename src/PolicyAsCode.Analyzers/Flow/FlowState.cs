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
    private Own? _own;

    internal FlowState(SteadyPlaces steady) : this(steady, null, TermSet.Empty)
    {
    }

    private FlowState(SteadyPlaces steady, Own? own, TermSet proved) => (_steady, _own, Proved) = (steady, own, proved);

    /// <summary>The gates that every path to here has proved.</summary>
    internal TermSet Proved { get; private set; }

    internal FlowState Copy() => new(_steady, _own?.Copy(), Proved);

    internal bool TryGet(Place place, out Label label)
    {
        label = default;
        return _own?.Labels?.TryGetValue(place, out label) == true || _steady.TryGet(place, out label);
    }

    /// <summary>What was there is gone, where the place is written more than once.</summary>
    internal void Set(Place place, Label label)
    {
        if (_steady.IsSteady(place))
            _steady.Add(place, label);
        else
            (_own ??= new()).LabelsToWrite()[place] = label;
    }

    /// <summary>A weak update: what was there may still be there.</summary>
    internal void Add(Place place, Label label)
    {
        if (_steady.IsSteady(place))
            _steady.Add(place, label);
        else if (!label.IsEmpty)
        {
            var labels = (_own ??= new()).LabelsToWrite();
            labels[place] = labels.TryGetValue(place, out var known) ? known.Join(label) : label;
        }
    }

    /// <summary>From here on these are proved.</summary>
    internal void Prove(TermSet gates) => Proved = Proved.Union(gates);

    /// <summary>The same state where these are proved as well: what is written to either is in both.</summary>
    internal FlowState Proving(TermSet gates) =>
        Proved.Covers(gates) ? this : new(_steady, _own ??= new(), Proved.Union(gates));

    /// <summary>What a variable's being true or false proves from now on.</summary>
    internal void Answer(Place place, Proof proof)
    {
        if (_steady.IsShared(place))
            _steady.Answer(place, proof);
        else if (!proof.IsEmpty)
            (_own ??= new()).AnswersToWrite()[place] = proof;
        else if (_own?.Answers?.ContainsKey(place) == true)
            _own.AnswersToWrite().Remove(place);
    }

    internal Proof AnswerOf(Place place) => _steady.IsShared(place) ? _steady.AnswerOf(place)
        : _own?.Answers is { } answers && answers.TryGetValue(place, out var proof) ? proof : Proof.None;

    /// <summary>
    /// Joins the other into this one; whether this one changed. Labels only grow and what is proved only shrinks, so loops
    /// end.
    /// </summary>
    internal bool Join(FlowState other)
    {
        var changed = JoinProofs(other);
        if (other._own?.Labels is not { Count: > 0 } theirs || ReferenceEquals(theirs, _own?.Labels))
            return changed;
        var own = _own ??= new();
        foreach (var pair in theirs)
            if (own.Labels is null || !own.Labels.TryGetValue(pair.Key, out var known))
            {
                own.LabelsToWrite()[pair.Key] = pair.Value;
                changed = true;
            }
            else if (known.Join(pair.Value) is var joined && !joined.Equals(known))
            {
                own.LabelsToWrite()[pair.Key] = joined;
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
        Proved.Equals(other.Proved)
        && Same(_own?.Labels, other._own?.Labels) && Same(_own?.Answers, other._own?.Answers);

    private static bool Same<TValue>(Dictionary<Place, TValue>? one, Dictionary<Place, TValue>? other) where TValue : struct =>
        ReferenceEquals(one, other)
        || (one?.Count ?? 0) == (other?.Count ?? 0)
        && (one is null || other is null
            || one.All(pair => other.TryGetValue(pair.Key, out var value) && value.Equals(pair.Value)));

    private bool JoinProofs(FlowState other)
    {
        var proved = Proved.Intersect(other.Proved);
        var changed = !proved.Equals(Proved);
        Proved = proved;
        if (_own?.Answers is not { Count: > 0 } answers || ReferenceEquals(answers, other._own?.Answers))
            return changed;
        foreach (var pair in answers.ToList())
        {
            var either = pair.Value.Either(other.AnswerOf(pair.Key));
            changed |= either != pair.Value;
            Answer(pair.Key, either);
        }
        return changed;
    }

    // What a state knows of its own. A copy is made where one of those that have it writes: most are read, joined and
    // thrown away.
    private sealed class Own
    {
        private bool _hasLabelsOfOthers;
        private bool _hasAnswersOfOthers;

        internal Dictionary<Place, Label>? Labels { get; private set; }

        internal Dictionary<Place, Proof>? Answers { get; private set; }

        internal Own? Copy()
        {
            if (Labels is not { Count: > 0 } && Answers is not { Count: > 0 })
                return null;
            (_hasLabelsOfOthers, _hasAnswersOfOthers) = (Labels is not null, Answers is not null);
            return new()
            {
                Labels = Labels, _hasLabelsOfOthers = _hasLabelsOfOthers,
                Answers = Answers, _hasAnswersOfOthers = _hasAnswersOfOthers,
            };
        }

        internal Dictionary<Place, Label> LabelsToWrite()
        {
            if (Labels is null || _hasLabelsOfOthers)
                (Labels, _hasLabelsOfOthers) = (Labels is null ? [] : new(Labels), false);
            return Labels;
        }

        internal Dictionary<Place, Proof> AnswersToWrite()
        {
            if (Answers is null || _hasAnswersOfOthers)
                (Answers, _hasAnswersOfOthers) = (Answers is null ? [] : new(Answers), false);
            return Answers;
        }
    }
}
