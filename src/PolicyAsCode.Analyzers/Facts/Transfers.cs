using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Libraries;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// Which calls sell, rent or trade what they are handed: by <c>[Transfers]</c> on the parameter, the method, what it
/// overrides or implements, its types, their bases and interfaces; by what bindings and models say that a method reaches.
/// </summary>
internal sealed class Transfers(Sinks sinks)
{
    private static readonly (SinkKind Kind, RecipientAction Action)[] s_kinds =
    [
        (SinkKind.Sale, RecipientAction.Sell), (SinkKind.Rental, RecipientAction.Rent), (SinkKind.Trade, RecipientAction.Trade),
    ];

    private readonly ConcurrentDictionary<ISymbol, RecipientAction> _known = new(SymbolEqualityComparer.Default);

    /// <summary>What is done with an argument; <see cref="RecipientAction.Share"/> for none of these.</summary>
    internal RecipientAction Of(IMethodSymbol method, IParameterSymbol? parameter)
    {
        if (parameter is null)
            return RecipientAction.Share;
        var said = _known.GetOrAdd(
            parameter.OriginalDefinition, _ => OfParameter(method.OriginalDefinition, parameter.Ordinal));
        if (said != RecipientAction.Share)
            return said;
        said = Of(method);
        if (said == RecipientAction.Share)
            foreach (var (kind, action) in s_kinds)
                if (sinks.Is(kind, method, parameter))
                    return action;
        return said;
    }

    /// <summary>What is done with whatever a method is handed, by its attributes.</summary>
    internal RecipientAction Of(ISymbol member) =>
        member is IMethodSymbol method
            ? _known.GetOrAdd(method.OriginalDefinition, _ => OfMethod(method.OriginalDefinition))
            : RecipientAction.Share;

    private static RecipientAction OfParameter(IMethodSymbol method, int ordinal)
    {
        foreach (var one in Recipients.Promises(method).Prepend(method))
            if (ordinal < one.Parameters.Length && Said(one.Parameters[ordinal]) is { } said)
                return said;
        return RecipientAction.Share;
    }

    private static RecipientAction OfMethod(IMethodSymbol method)
    {
        foreach (var one in Recipients.Promises(method).Prepend(method))
            if (Said(one) is { } said)
                return said;
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            for (var at = type; at is { SpecialType: SpecialType.None }; at = at.BaseType)
                if (Said(at) is { } said)
                    return said;
            foreach (var contract in type.AllInterfaces)
                if (Said(contract) is { } said)
                    return said;
        }
        return RecipientAction.Share;
    }

    private static RecipientAction? Said(ISymbol symbol) =>
        Attributes.One(symbol, Attributes.Transfers) is { ConstructorArguments: [{ Value: int transfer }] }
            ? (RecipientAction)transfer
            : null;
}
