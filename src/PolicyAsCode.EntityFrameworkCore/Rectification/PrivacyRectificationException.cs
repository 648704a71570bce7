using System.Collections.Immutable;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Corrections that cannot be made; nothing was changed. It names fields and never a value, neither the old one nor the
/// new.
/// </summary>
/// <param name="problems">What is wrong, a sentence each.</param>
public sealed class PrivacyRectificationException(ImmutableArray<string> problems)
    : InvalidOperationException("Nothing was corrected. " + string.Join(" ", problems))
{
    /// <summary>What is wrong, a sentence each.</summary>
    public ImmutableArray<string> Problems { get; } = problems;
}
