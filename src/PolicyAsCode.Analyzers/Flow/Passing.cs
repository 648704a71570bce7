using Microsoft.CodeAnalysis;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>What a call puts into a parameter: an argument, an operand, what is assigned, the receiver of an extension.</summary>
/// <param name="Ordinal">Which parameter.</param>
/// <param name="Value">What is put there.</param>
/// <param name="Label">What that carries.</param>
/// <param name="Type">The parameter's type as it is declared, or null where any takes it.</param>
internal readonly record struct Passing(int Ordinal, IOperation Value, Label Label, ITypeSymbol? Type)
{
    internal static Passing To(IParameterSymbol parameter, IOperation value, Label label) =>
        new(parameter.Ordinal, value, label, parameter.OriginalDefinition.Type);

    /// <summary>The ordinal of what an extension block is written for, in a method of that block: behind all others.</summary>
    internal static int ReceiverOf(IMethodSymbol method) => method.Parameters.Length;

    /// <summary>Whether a method is written in an extension block, and runs on what the block names.</summary>
    internal static bool HasReceiver(IMethodSymbol method) =>
        !method.IsStatic && method.ContainingType is { IsExtension: true };
}
