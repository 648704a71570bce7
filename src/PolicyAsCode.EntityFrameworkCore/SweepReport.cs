using System.Collections.Immutable;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What a retention sweep changed, rule by rule; of a dry run, what it would change.</summary>
/// <param name="At">The moment whose expiries count.</param>
/// <param name="DryRun">Whether nothing was changed.</param>
/// <param name="Entries">One a rule, in the order in which they ran; rules without a row included.</param>
public sealed record SweepReport(DateTimeOffset At, bool DryRun, ImmutableArray<SweepEntry> Entries)
{
    /// <summary>How it ended: on several nodes only one sweeps at a time.</summary>
    public SweepOutcome Outcome { get; init; } = SweepOutcome.Done;

    /// <summary>How many rows were, or would be, changed; rows for review are not.</summary>
    public int RowsChanged => Entries.Where(entry => entry.Action != PrivacyAction.ForReview).Sum(entry => entry.Rows);

    /// <summary>How many rows wait for a person's decision.</summary>
    public int RowsForReview => Entries.Where(entry => entry.Action == PrivacyAction.ForReview).Sum(entry => entry.Rows);
}
