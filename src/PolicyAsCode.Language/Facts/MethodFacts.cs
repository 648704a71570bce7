using System.Collections.Immutable;

namespace PolicyAsCode.Language.Facts;

/// <summary>What a method does, seen from its callers.</summary>
/// <param name="Method">The method.</param>
public sealed record MethodFacts(string Method)
{
    /// <summary>Methods of classes and interfaces that a caller may call, and this one runs.</summary>
    public ImmutableArray<string> RunsFor { get; init; } = [];

    /// <summary>What it returns; null where it is what a caller assumes.</summary>
    public DataFacts? Returned { get; init; }

    /// <summary>What its <c>ref</c> and <c>out</c> parameters hold at the end.</summary>
    public ImmutableArray<OutFacts> Outs { get; init; } = [];

    /// <summary>Parameters that reach a sink.</summary>
    public ImmutableArray<PassageFacts> Passages { get; init; } = [];

    /// <summary>Parameters that end in members which nobody declared.</summary>
    public ImmutableArray<DepositFacts> Deposits { get; init; } = [];

    /// <summary>Declared members that it reads, for which its callers answer.</summary>
    public ImmutableArray<UseFacts> Uses { get; init; } = [];

    /// <summary>What it hands out of the controller by itself, for the purposes of its callers.</summary>
    public ImmutableArray<PassageFacts> Disclosed { get; init; } = [];

    /// <summary>Which gates it proves; null where none.</summary>
    public ProofFacts? Proof { get; init; }
}
