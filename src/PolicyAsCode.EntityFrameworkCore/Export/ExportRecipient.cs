using System.Collections.Immutable;
using System.ComponentModel;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Somebody who gets data.</summary>
/// <param name="Recipient">Who.</param>
/// <param name="OnLegalRequest">Whether only where a law demands it.</param>
/// <param name="Regions">The countries where it goes; empty where not said.</param>
/// <param name="Safeguard">What makes that lawful, in the policy's words; null where not said.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ExportRecipient(
    ExportTerm Recipient, bool OnLegalRequest, ImmutableArray<string> Regions, string? Safeguard);
