namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What became of some rows of a subject.</summary>
/// <param name="Rule">What was done, to which entity and fields, why, and where the policy says so.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="KeptUntil">The last day of a legal minimum; null where nothing is kept or its time has not begun.</param>
public sealed record ErasureEntry(PrivacyRule Rule, int Rows, DateOnly? KeptUntil = null)
{
    /// <summary>The entity, as the code calls it.</summary>
    public string Entity => Rule.Entity;

    /// <summary>What happened to the rows.</summary>
    public PrivacyAction Action => Rule.Action;
}
