using System.Collections.Immutable;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// What an erasure did, entity by entity. It names the subject by id, for the one who asked; what it lists as kept
/// carries neither that id nor any other identifier, unless an entry of its own says so and why.
/// </summary>
/// <param name="Subject">The kind of person, such as <c>customer</c>.</param>
/// <param name="SubjectId">The subject's key, as text.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="At">When.</param>
/// <param name="DryRun">Whether it was rolled back.</param>
/// <param name="Entries">What became of the rows, in the order in which it happened; only rules that met rows.</param>
public sealed record ErasureReceipt(
    string Subject, string SubjectId, ErasureOutcome Outcome, DateTimeOffset At, bool DryRun,
    ImmutableArray<ErasureEntry> Entries)
{
    /// <summary>How many rows were deleted.</summary>
    public int RowsErased => Entries.Where(entry => entry.Action == PrivacyAction.Erased).Sum(entry => entry.Rows);

    /// <summary>Whether the person is there after all, and hidden from the context: another tenant's.</summary>
    internal bool IsHidden { get; init; }

    /// <summary>What stays, why, and until when. A row that two statements keep is in an entry of each.</summary>
    public IEnumerable<ErasureEntry> Kept => Entries.Where(entry => entry.Action == PrivacyAction.Kept);
}
