using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// Who gets what is handed to a method: the nearest that says so of parameter, method, what it overrides or implements,
/// containing types, their bases and interfaces; then the package that it comes from.
/// </summary>
internal sealed class Recipients(Vocabulary vocabulary, BoundNames bindings)
{
    private readonly ConcurrentDictionary<ISymbol, Receiver?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>The recipient of an argument; null where it stays with the controller, as far as anybody says.</summary>
    internal Term? Of(IMethodSymbol method, IParameterSymbol parameter) => ReceiverOf(method, parameter)?.Recipient;

    /// <summary>The recipient of whatever is handed to a method, and on whose side its body is.</summary>
    internal Term? Of(ISymbol member) => ReceiverOf(member)?.Recipient;

    /// <summary>Who gets an argument; null where nobody says.</summary>
    internal Receiver? ReceiverOf(IMethodSymbol method, IParameterSymbol parameter) =>
        _known.GetOrAdd(parameter.OriginalDefinition, _ => OfParameter(method.OriginalDefinition, parameter.Ordinal))
            ?? ReceiverOf(method);

    private Receiver? ReceiverOf(ISymbol member) => member switch
    {
        IMethodSymbol method => _known.GetOrAdd(method.OriginalDefinition, _ => OfMethod(method.OriginalDefinition)),
        { ContainingType: { } type } => OfType(type),
        _ => null,
    };

    private Receiver? OfParameter(IMethodSymbol method, int ordinal)
    {
        foreach (var one in Promises(method).Prepend(method))
            if (ordinal < one.Parameters.Length
                && (Said(one.Parameters[ordinal])
                    ?? bindings.Method(one)?.Argument(one.Parameters[ordinal].Name, ordinal)?.DisclosesTo) is { } said)
                return said;
        return null;
    }

    private Receiver? OfMethod(IMethodSymbol method)
    {
        foreach (var one in Promises(method).Prepend(method))
            if ((Said(one) ?? bindings.Method(one)?.DisclosesTo) is { } said)
                return said;
        if (method.ContainingSymbol is IMethodSymbol outer)
            return ReceiverOf(outer);
        // What a package's objects are made of goes nowhere before one of its methods is called.
        return OfType(method.ContainingType)
            ?? (method.MethodKind == MethodKind.Ordinary ? bindings.Package(method.ContainingAssembly) : null);
    }

    private Receiver? OfType(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            for (var at = type; at is { SpecialType: SpecialType.None }; at = at.BaseType)
                if ((Said(at) ?? bindings.Type(at)?.DisclosesTo) is { } said)
                    return said;
            foreach (var contract in type.AllInterfaces)
                if ((Said(contract) ?? bindings.Type(contract)?.DisclosesTo) is { } said)
                    return said;
        }
        return null;
    }

    /// <summary>What a method overrides or implements.</summary>
    internal static IEnumerable<IMethodSymbol> Promises(IMethodSymbol method)
    {
        for (var above = method.OverriddenMethod; above is not null; above = above.OverriddenMethod)
            yield return above;
        if (method.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct } type)
            yield break;
        foreach (var contract in type.AllInterfaces)
            foreach (var promised in contract.GetMembers())
                if (promised is IMethodSymbol candidate
                    && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(candidate), method))
                    yield return candidate;
    }

    private Receiver? Said(ISymbol symbol) => Attributes.One(symbol, Attributes.Recipient) is { } said
        && Attributes.Terms(said, TermKind.Recipient, vocabulary).FirstOrDefault() is { } recipient
            ? new(recipient)
            : null;
}
