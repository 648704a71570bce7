using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Language.Model;

/// <summary>
/// Data that stays beyond its time, as for a lawsuit, until somebody lifts the hold (GDPR Art. 17(3)(e), UU PDP
/// art. 15).
/// </summary>
public sealed record HoldStatement : Statement
{
    /// <summary>Its name, such as <c>litigation</c>.</summary>
    public required string Hold { get; init; }

    /// <summary>The categories that may be held, narrower ones included.</summary>
    public ImmutableArray<Term> Categories { get; init; } = ImmutableArray<Term>.Empty;

    /// <summary>Why; null where the policy fails to say.</summary>
    public Message? Because { get; init; }

    /// <summary>Who sets and lifts it; null where the policy fails to say.</summary>
    public string? Owner { get; init; }

    /// <summary>When it is looked at again; null where the policy fails to say.</summary>
    public CalendarDate? ReviewBy { get; init; }
}
