namespace PolicyAsCode.Language.Facts;

/// <summary>What a <c>ref</c> or <c>out</c> parameter holds at the end.</summary>
/// <param name="Ordinal">Which.</param>
/// <param name="Held">What.</param>
public sealed record OutFacts(int Ordinal, DataFacts Held);
