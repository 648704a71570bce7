using Microsoft.CodeAnalysis;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>What a method of a referenced assembly hands out of the controller by itself, as its facts tell.</summary>
/// <param name="Called">The method that is called.</param>
/// <param name="Label">What it hands out.</param>
/// <param name="Sink">Where it ends.</param>
/// <param name="Path">The methods on the way.</param>
internal sealed record FarDisclosure(IMethodSymbol Called, Label Label, FarSink Sink, CallPath Path)
{
    /// <summary>What is handed out at a call: nothing nearer to it is known.</summary>
    internal Handed At(IOperation call) =>
        new(Called, null, call, Label) { Far = Sink, Leaves = true, Path = Path };
}
