using System.Collections.Immutable;

namespace PolicyAsCode.Language.Facts;

/// <summary>Data that ends in a member which nobody declared.</summary>
/// <param name="Data">What ends there.</param>
/// <param name="Member">Where.</param>
public sealed record DepositFacts(DataFacts Data, string Member)
{
    /// <summary>The methods on the way behind the summarised one.</summary>
    public ImmutableArray<string> Path { get; init; } = [];
}
