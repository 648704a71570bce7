using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// What can hold a label on the stack: a local, a parameter, an element of a tuple in one, a capture of the flow graph,
/// a member of an anonymous type, which nobody can declare, or what is thrown inside a <c>try</c>. The heap is closed by
/// declarations and needs no places.
/// </summary>
internal readonly struct Place : IEquatable<Place>
{
    private const int Whole = -1;

    private readonly ISymbol? _symbol;
    private readonly CaptureId _capture;
    private readonly ControlFlowRegion? _thrownIn;
    private readonly int _element;

    internal Place(ISymbol symbol) => (_symbol, _capture, _thrownIn, _element) = (symbol, default, null, Whole);

    internal Place(CaptureId capture) => (_symbol, _capture, _thrownIn, _element) = (null, capture, null, Whole);

    /// <summary>What an element of a tuple holds: of that in a variable, or of any of a type.</summary>
    internal Place(ISymbol symbol, int element) => (_symbol, _capture, _thrownIn, _element) = (symbol, default, null, element);

    /// <summary>What exceptions carry that are caught there.</summary>
    internal Place(ControlFlowRegion thrownIn) => (_symbol, _capture, _thrownIn, _element) = (null, default, thrownIn, Whole);

    /// <summary>The local or parameter that it is, or is an element of.</summary>
    internal ISymbol? Variable => _symbol is ILocalSymbol or IParameterSymbol ? _symbol : null;

    /// <inheritdoc/>
    public bool Equals(Place other) =>
        _element == other._element && ReferenceEquals(_thrownIn, other._thrownIn)
        && SymbolEqualityComparer.Default.Equals(_symbol, other._symbol) && _capture.Equals(other._capture);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Place other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _thrownIn?.GetHashCode()
        ?? (_symbol is null ? _capture.GetHashCode() : SymbolEqualityComparer.Default.GetHashCode(_symbol)) * 31 + _element;
}
