using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// What can hold a label on the stack: a local, a parameter, a capture of the flow graph, or a member of an anonymous
/// type or a tuple, which nobody can declare. The heap is closed by declarations and needs no places.
/// </summary>
internal readonly struct Place : IEquatable<Place>
{
    private readonly ISymbol? _symbol;
    private readonly CaptureId _capture;

    internal Place(ISymbol symbol) => (_symbol, _capture) = (symbol, default);

    internal Place(CaptureId capture) => (_symbol, _capture) = (null, capture);

    /// <summary>The local or parameter that it is, if it is one.</summary>
    internal ISymbol? Variable => _symbol is ILocalSymbol or IParameterSymbol ? _symbol : null;

    /// <inheritdoc/>
    public bool Equals(Place other) =>
        SymbolEqualityComparer.Default.Equals(_symbol, other._symbol) && _capture.Equals(other._capture);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Place other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _symbol is null ? _capture.GetHashCode() : SymbolEqualityComparer.Default.GetHashCode(_symbol);
}
