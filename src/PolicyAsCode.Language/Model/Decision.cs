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
    /// <summary>Whether it is allowed.</summary>
    public bool IsAllowed => Outcome == Outcome.Allowed;
}
