using System.Collections.Immutable;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Personal fields of an entity of which the policy says the same.</summary>
/// <param name="Subject">Whose they are; null where no path leads to a subject.</param>
/// <param name="Path">The references to the subject's record.</param>
/// <param name="Fields">The fields; none for a link that is personal only through what hangs on it.</param>
/// <param name="AtMost">The maximum; null where none is stated.</param>
/// <param name="AtLeast">The legal minimum; null where none is stated.</param>
/// <param name="Then">What happens when the time is over.</param>
/// <param name="AnchorPath">The references to the row that has the anchor.</param>
/// <param name="Anchor">The property from which the time counts; null where a sweep cannot keep the rule.</param>
/// <param name="Says">What the policy says, in words.</param>
/// <param name="Policy">Where it says so, as reports and receipts name it; empty where it does not.</param>
public sealed record FieldGroupFacts(
    string? Subject, ImmutableArray<ReferenceFacts> Path, ImmutableArray<FieldFacts> Fields, RetentionPeriod? AtMost,
    RetentionPeriod? AtLeast, RetentionEnd Then, ImmutableArray<ReferenceFacts> AnchorPath, string? Anchor, string Says, string Policy)
{
    /// <summary>
    /// The other ways to the subject's record, nearest first: each counts only where the path, and each way before it, leads
    /// to nobody.
    /// </summary>
    public ImmutableArray<ImmutableArray<ReferenceFacts>> FurtherPaths { get; init; } = [];
}
