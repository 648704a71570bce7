using System.ComponentModel;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>A purpose, and the ground on which data is processed for it.</summary>
/// <param name="Purpose">The purpose.</param>
/// <param name="Basis">The lawful basis in the policy's words, such as <c>contract</c>; null where it says none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ExportPurpose(ExportTerm Purpose, string? Basis);
