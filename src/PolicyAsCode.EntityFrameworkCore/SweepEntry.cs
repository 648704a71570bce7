namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What one rule of the policy came to in a sweep.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Rows">How many rows it changed, would change, or (for a review) found.</param>
public sealed record SweepEntry(PrivacyRule Rule, int Rows)
{
    /// <summary>The entity, as the code calls it.</summary>
    public string Entity => Rule.Entity;

    /// <summary>What happened to the rows.</summary>
    public PrivacyAction Action => Rule.Action;
}
