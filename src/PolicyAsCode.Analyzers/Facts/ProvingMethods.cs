using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// Which methods prove a gate (consent, no objection, age …), by attribute or binding, of their own or of what they
/// override or implement.
/// </summary>
internal sealed class ProvingMethods(Vocabulary vocabulary, BoundNames bindings)
{
    private readonly ConcurrentDictionary<IMethodSymbol, TermSet> _known = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<IMethodSymbol, bool> _ending = new(SymbolEqualityComparer.Default);

    /// <summary>All gates there are: what holds where no path leads.</summary>
    internal TermSet All { get; } = TermSet.Of(vocabulary.Terms(TermKind.Gate));

    /// <summary>The gates that a method proves; empty for most.</summary>
    internal TermSet Of(IMethodSymbol method) => _known.GetOrAdd(method.OriginalDefinition, Read);

    /// <summary>
    /// Whether a method says of itself that it does not come back; what the compiler itself is told by
    /// <c>[DoesNotReturn]</c>.
    /// </summary>
    internal bool NeverReturns(IMethodSymbol method) =>
        method.ReturnsVoid && !All.IsEmpty && _ending.GetOrAdd(method.OriginalDefinition, one =>
            Attributes.Has(one, "DoesNotReturnAttribute", "System.Diagnostics.CodeAnalysis"));

    /// <summary>Whether a method answers by yes and no; one that does not proves by coming back.</summary>
    internal static bool Answers(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Boolean
        || type is INamedTypeSymbol { TypeArguments: [{ } inner] } named
            && (named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
                || named is { Name: "Task" or "ValueTask" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable" })
            && Answers(inner);

    /// <summary>Whether what a method answers with is still to come.</summary>
    internal static bool IsAwaited(ITypeSymbol type) =>
        type is { Name: "Task" or "ValueTask" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable" or "TaskAwaiter" };

    private TermSet Read(IMethodSymbol method)
    {
        var gates = Own(method);
        if (method.OverriddenMethod is { } overridden)
            gates = gates.Union(Of(overridden));
        if (method.ContainingType is { TypeKind: not TypeKind.Interface } type)
            foreach (var contract in type.AllInterfaces)
                foreach (var promised in contract.GetMembers(method.Name))
                    if (promised is IMethodSymbol declared
                        && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(declared), method))
                        gates = gates.Union(Own(declared));
        return gates;
    }

    private TermSet Own(IMethodSymbol method)
    {
        var said = Attributes.One(method, Attributes.Gate) is { } attribute
            ? TermSet.Of(Attributes.Terms(attribute, TermKind.Gate, vocabulary))
            : TermSet.Empty;
        return bindings.Method(method) is { Proves: { } bound } ? said.Union(TermSet.Of(bound)) : said;
    }
}
