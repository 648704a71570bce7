using System.ComponentModel;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Where data comes from.</summary>
/// <param name="Source">The place or occasion.</param>
/// <param name="From">From whom, in the policy's words, such as <c>person</c>; null where not said.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ExportSource(ExportTerm Source, string? From);
