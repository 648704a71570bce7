using System.Collections.Immutable;

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
    /// <summary>
    /// What must be proved first, all of it: consent for a purpose that rests on it, the gate that a recipient stands
    /// behind. Empty where nothing is, and for what is not allowed.
    /// </summary>
    public ImmutableArray<Term> Needs { get; init; } = ImmutableArray<Term>.Empty;

    /// <summary>For what is allowed: the form nearest to the person in which it is.</summary>
    public Form As { get; init; }

    /// <summary>Whether it is allowed, once what it <see cref="Needs"/> is proved.</summary>
    public bool IsAllowed => Outcome == Outcome.Allowed;
}
