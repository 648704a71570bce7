using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// The places of a body that are written at one point, and what they hold: most locals, and all that the compiler makes
/// for itself. One answer for the whole body, as in static single assignment; what is not known to be written once
/// more only loses precision here, since labels are joined.
/// </summary>
internal sealed class SteadyPlaces
{
    private readonly Dictionary<Place, Label> _labels = [];
    private readonly HashSet<Place> _read = [];
    private readonly HashSet<ISymbol> _changing = new(SymbolEqualityComparer.Default);
    private bool _outdated;

    internal SteadyPlaces(IOperation body)
    {
        var once = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in body.DescendantsAndSelf())
            foreach (var written in Written(operation))
                if (written is IParameterSymbol || !once.Add(written))
                    _changing.Add(written);
    }

    /// <summary>Whether the place holds the same throughout.</summary>
    internal bool IsSteady(Place place) => place.Variable is not { } variable || !_changing.Contains(variable);

    internal bool TryGet(Place place, out Label label)
    {
        _read.Add(place);
        return _labels.TryGetValue(place, out label);
    }

    internal void Add(Place place, Label label)
    {
        var isKnown = _labels.TryGetValue(place, out var known);
        var joined = known.Join(label);
        if (isKnown && joined.Equals(known))
            return;
        _labels[place] = joined;
        _outdated |= _read.Contains(place);
    }

    /// <summary>Whether something was read before all that it holds was known: then the body is walked again.</summary>
    internal bool TakeOutdated()
    {
        var outdated = _outdated;
        _outdated = false;
        return outdated;
    }

    private static IEnumerable<ISymbol> Written(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Symbol: var declared } declarator
                when declarator.Initializer is not null || declarator.Parent is IForEachLoopOperation or ICatchClauseOperation:
                return [declared];
            case IAssignmentOperation { Target: var target }:
                return Variables(target);
            case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref, Value: var handed }:
                return Variables(handed);
            // A list or a builder is given more after it was made.
            case IInvocationOperation { Instance: ILocalReferenceOperation { Local: var filled }, Arguments.Length: > 0 }:
                return [filled];
            case IDeclarationPatternOperation { DeclaredSymbol: { } matched }:
                return [matched];
            case IRecursivePatternOperation { DeclaredSymbol: { } matched }:
                return [matched];
            case IListPatternOperation { DeclaredSymbol: { } matched }:
                return [matched];
            default:
                return [];
        }
    }

    private static IEnumerable<ISymbol> Variables(IOperation target) =>
        from one in target.DescendantsAndSelf()
        let variable = one switch
        {
            ILocalReferenceOperation { Local: var local } => (ISymbol)local,
            IParameterReferenceOperation { Parameter: var parameter } => parameter,
            _ => null,
        }
        where variable is not null
        select variable;
}
