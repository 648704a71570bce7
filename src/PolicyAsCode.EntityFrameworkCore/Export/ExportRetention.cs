using System.ComponentModel;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>How long data is kept.</summary>
/// <param name="AtMost">The maximum as the policy writes it, <c>2 years</c>; null where only a minimum is stated.</param>
/// <param name="AtLeast">The legal minimum; null where none.</param>
/// <param name="From">The event from which both count; null where nothing is stored.</param>
/// <param name="Then">What happens then.</param>
/// <param name="Because">Why a minimum is kept; null where not said.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ExportRetention(
    string? AtMost, string? AtLeast, ExportTerm? From, RetentionEnd Then, string? Because)
{
    /// <summary>What is used and not kept.</summary>
    public static ExportRetention NeverStored { get; } = new(null, null, null, RetentionEnd.Erase, null);
}
