using System.ComponentModel;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>How long data is kept.</summary>
/// <param name="AtMost">The maximum as the policy writes it, <c>2 years</c>; null where only a minimum is stated.</param>
/// <param name="AtLeast">The legal minimum; null where none.</param>
/// <param name="From">The event from which both count; null where nothing is stored.</param>
/// <param name="Then">What happens then.</param>
/// <param name="Because">Why a minimum is kept; null where not said.</param>
/// <param name="BecauseInIndonesian">The same in Indonesian; null where it is the same text.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ExportRetention(
    string? AtMost, string? AtLeast, ExportTerm? From, RetentionEnd Then, string? Because, string? BecauseInIndonesian = null)
{
    /// <summary>Why a minimum is kept, in a language; null where not said.</summary>
    public string? BecauseIn(ExportWords words) => words.IsIndonesian ? BecauseInIndonesian ?? Because : Because;

    /// <summary>What is used and not kept.</summary>
    public static ExportRetention NeverStored { get; } = new(null, null, null, RetentionEnd.Erase, null);
}
