using System.Collections.Immutable;

namespace PolicyAsCode.Language.Facts;

/// <summary>Which gates a method proves to those who call it.</summary>
/// <param name="Always">By coming back at all.</param>
/// <param name="WhenTrue">By answering yes.</param>
/// <param name="WhenFalse">By answering no.</param>
public sealed record ProofFacts(
    ImmutableArray<string> Always, ImmutableArray<string> WhenTrue, ImmutableArray<string> WhenFalse)
{
    /// <summary>Stands for all gates that there are: of a method that does not come back.</summary>
    public const string All = "*";
}
