using System.Collections.Immutable;

namespace PolicyAsCode.Language.Facts;

/// <summary>What a value carries, by form: parameters of the method, as bits by their ordinal, and categories.</summary>
public sealed record DataFacts
{
    /// <summary>Nothing.</summary>
    public static DataFacts None { get; } = new();

    /// <summary>Parameters as they were handed in.</summary>
    public ulong FromRaw { get; init; }

    /// <summary>Parameters that were pseudonymised on the way.</summary>
    public ulong FromPseudonymised { get; init; }

    /// <summary>Parameters that were aggregated on the way.</summary>
    public ulong FromAggregated { get; init; }

    /// <summary>Categories as collected.</summary>
    public ImmutableArray<string> Raw { get; init; } = [];

    /// <summary>Categories in pseudonymised form.</summary>
    public ImmutableArray<string> Pseudonymised { get; init; } = [];

    /// <summary>Categories in aggregated form.</summary>
    public ImmutableArray<string> Aggregated { get; init; } = [];

    /// <summary>Whether it carries nothing.</summary>
    public bool IsEmpty => !HasCategories && (FromRaw | FromPseudonymised | FromAggregated) == 0;

    /// <summary>Whether it carries something by itself, and not only what it is given.</summary>
    public bool HasCategories => !Raw.IsEmpty || !Pseudonymised.IsEmpty || !Aggregated.IsEmpty;
}
