namespace PolicyAsCode.Generators.Policy;

/// <summary>How long rows of a table of the run time's own are kept.</summary>
/// <param name="Table">The table.</param>
/// <param name="Category">The category that they are.</param>
/// <param name="Subjects">Of whom; empty for everybody.</param>
/// <param name="Rule">How long.</param>
public sealed record OwnTableFacts(OwnTable Table, string Category, EquatableArray<string> Subjects, RetentionRule Rule)
{
    /// <summary>Of consents, for which purposes; empty for all.</summary>
    public EquatableArray<string> Purposes { get; init; } = EquatableArray<string>.Empty;
}

/// <summary>A table of the run time's own of which a policy says how long it is kept.</summary>
public enum OwnTable
{
    /// <summary>What people agreed to, once it was taken back.</summary>
    Consents,

    /// <summary>What people asked for, once it was closed.</summary>
    Requests,
}
