using System.Collections.Immutable;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Model;

/// <summary>
/// Something that a policy says: by which clause of the published notice, or by whose decision, and where.
/// </summary>
public abstract record Statement
{
    /// <summary>
    /// Ids of the notice's clauses that it states, such as <c>JOVA-1.3</c>; may be empty for a decision.
    /// </summary>
    public ImmutableArray<string> Clauses { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>True for <c>origin: decision</c>: the notice leaves it open, and the controller decided.</summary>
    public bool IsDecision { get; init; }

    /// <summary>Where it stands; its key, for a statement that has one.</summary>
    public required FileLocation Location { get; init; }
}
