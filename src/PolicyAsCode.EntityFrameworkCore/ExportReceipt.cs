using System.Collections.Immutable;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What a copy holds, by counts: never a value.</summary>
/// <param name="Subject">The kind of person, such as <c>customer</c>.</param>
/// <param name="SubjectId">The subject's key, as text.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Kind">By which right.</param>
/// <param name="At">When.</param>
/// <param name="Bytes">How long it is.</param>
/// <param name="Entries">The rows, in the order of the copy; only entities that have some.</param>
/// <param name="Stores">The stores outside of the database whose copies are in it.</param>
public sealed record ExportReceipt(
    string Subject, string SubjectId, ExportOutcome Outcome, ExportKind Kind, DateTimeOffset At, long Bytes,
    ImmutableArray<ExportEntry> Entries, ImmutableArray<string> Stores)
{
    /// <summary>How many rows there are.</summary>
    public int Rows => Entries.Sum(entry => entry.Rows);
}
