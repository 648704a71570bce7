using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos.Demo;

/// <summary>One entry of a report or of a receipt.</summary>
/// <param name="Rule">What the policy demanded.</param>
/// <param name="Rows">Of how many rows.</param>
/// <param name="KeptUntil">The last day of a legal minimum.</param>
internal sealed record PrintedEntry(PrivacyRule Rule, int Rows, DateOnly? KeptUntil);
