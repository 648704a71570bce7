using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PolicyAsCode.Language.Model;

/// <summary>What a policy answers; never mixed.</summary>
public enum Outcome
{
    /// <summary>Some statement grants it, and none forbids it.</summary>
    Allowed,

    /// <summary>The policy knows the data and does not grant this, or forbids it.</summary>
    Violation,

    /// <summary>The policy says nothing of this data at all.</summary>
    Gap,
}

/// <summary>An answer, and the statements that decided it, the most telling first.</summary>
/// <param name="Outcome">The answer.</param>
/// <param name="Because">Statements that grant or forbid; for a violation without a <c>never</c>, those that say what is allowed instead.</param>
public sealed record Decision(Outcome Outcome, ImmutableArray<Statement> Because)
{
    private static readonly ImmutableArray<ImmutableArray<Term>> s_freely = [[]];

    /// <summary>
    /// The sets of proofs of which each is enough, the smallest first, none within another: one empty set where nothing
    /// must be proved. Several where several statements grant the same behind different gates: one grant is enough.
    /// </summary>
    public ImmutableArray<ImmutableArray<Term>> Ways { get; init; } = s_freely;

    /// <summary>
    /// What must be proved first, all of it: consent for a purpose that rests on it, the gate that a recipient stands
    /// behind. Empty where nothing is, and for what is not allowed. Where there are several <see cref="Ways"/>, the first.
    /// </summary>
    public ImmutableArray<Term> Needs => Ways[0];

    /// <summary>Whether it is allowed to somebody who has proved these; a proof of a narrower gate counts.</summary>
    public bool IsAllowedGiven(IReadOnlyCollection<Term> proved) => IsAllowed && MissingFor(proved).IsEmpty;

    /// <summary>What is still to be proved, on the way that asks for the least.</summary>
    public ImmutableArray<Term> MissingFor(IReadOnlyCollection<Term> proved)
    {
        var least = Missing(Ways[0]);
        for (var i = 1; i < Ways.Length; i++)
            if (Missing(Ways[i]) is var missing && missing.Length < least.Length)
                least = missing;
        return least;

        ImmutableArray<Term> Missing(ImmutableArray<Term> way) =>
            way.Where(gate => !proved.Any(one => one.IsWithin(gate))).ToImmutableArray();
    }

    /// <summary>The sets of which none is within another, the smallest first.</summary>
    internal static ImmutableArray<ImmutableArray<Term>> Fewest(IEnumerable<IEnumerable<Term>> ways)
    {
        // Lists of lists, and immutable only at the end: code for lists of structures is compiled just in time.
        var fewest = new List<Term[]>();
        foreach (var way in ways.Select(way => way.Distinct().ToArray()).OrderBy(way => way.Length))
            if (!fewest.Exists(smaller => Array.TrueForAll(smaller, gate => Array.IndexOf(way, gate) >= 0)))
                fewest.Add(way);
        var result = new ImmutableArray<Term>[fewest.Count];
        for (var i = 0; i < result.Length; i++)
            result[i] = [.. fewest[i]];
        return ImmutableCollectionsMarshal.AsImmutableArray(result);
    }

    /// <summary>For what is allowed: the form nearest to the person in which it is.</summary>
    public Form As { get; init; }

    /// <summary>Whether it is allowed, once what it <see cref="Needs"/> is proved.</summary>
    public bool IsAllowed => Outcome == Outcome.Allowed;
}
