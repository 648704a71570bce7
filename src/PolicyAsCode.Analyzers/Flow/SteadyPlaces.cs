using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PolicyAsCode.Analyzers.Facts.Endpoints;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// The places of a body that are written at one point, and what they hold: most locals, and all that the compiler makes
/// for itself. One answer for the whole body, as in static single assignment; what is not known to be written once
/// more only loses precision here, since labels are joined. What a lambda or local function writes of the body around it
/// is held here as well, however often it is written: nobody knows when that runs.
/// </summary>
internal sealed class SteadyPlaces
{
    private readonly Dictionary<Place, Label> _labels = [];
    private readonly HashSet<Place> _read = [];
    private readonly HashSet<ISymbol> _changing = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _shared = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _aliased = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<Place, Proof> _answers = [];
    private readonly Dictionary<ISymbol, List<(ISymbol? Variable, IOperation? Holder)>> _aliases =
        new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, IOperation> _functions = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, bool> _closed = new(SymbolEqualityComparer.Default);

    internal SteadyPlaces(IOperation body)
    {
        var once = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var operation in body.DescendantsAndSelf())
        {
            foreach (var written in Written(operation))
            {
                if (written is IParameterSymbol || !once.Add(written))
                    _changing.Add(written);
                if (IsShared(written, operation))
                    _shared.Add(written);
            }
            MayMapEndpoints |= operation is IInvocationOperation { TargetMethod.Name: var called }
                && MinimalEndpoint.Names.Contains(called);
            Alias(operation);
            if (operation is ISimpleAssignmentOperation { IsRef: true, Value: var other })
                _aliased.UnionWith(Variables(other));
            else if (operation is IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } alias)
            {
                _aliased.Add(alias.Symbol);
                if (alias.Initializer?.Value is { } target)
                    _aliased.UnionWith(Variables(target));
            }
        }
    }

    /// <summary>Whether anything is called that is named as what maps an endpoint.</summary>
    internal bool MayMapEndpoints { get; }

    /// <summary>Other names of what a variable refers to: variables, and members or elements that it was taken from.</summary>
    internal IReadOnlyList<(ISymbol? Variable, IOperation? Holder)> AliasesOf(ISymbol variable) =>
        _aliases.TryGetValue(variable, out var others) ? others : [];

    /// <summary>
    /// Whether a local function or lambda of the body uses nothing of what is around it, nor calls one that does; so it does
    /// the same for the same arguments, wherever it is called.
    /// </summary>
    internal bool IsClosed(IMethodSymbol function)
    {
        if (_closed.TryGetValue(function, out var known) || !_functions.TryGetValue(function, out var body))
            return known || !_functions.ContainsKey(function);
        _closed[function] = true; // one that calls itself
        return _closed[function] = !body.Descendants().Any(inner => inner switch
        {
            ILocalReferenceOperation { Local: var local } => !IsIn(local, function),
            IParameterReferenceOperation { Parameter: var parameter } => !IsIn(parameter, function),
            IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } called } =>
                !IsClosed(called.OriginalDefinition),
            IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } called } =>
                !IsClosed(called.OriginalDefinition),
            _ => false,
        });
    }

    private static bool IsIn(ISymbol variable, IMethodSymbol function)
    {
        for (var at = variable.ContainingSymbol; at is IMethodSymbol; at = at.ContainingSymbol)
            if (SymbolEqualityComparer.Default.Equals(at, function))
                return true;
        return false;
    }

    private void Alias(IOperation operation)
    {
        switch (operation)
        {
            case ILocalFunctionOperation { Symbol: var function }:
                _functions[function] = operation;
                break;
            case IAnonymousFunctionOperation { Symbol: var lambda }:
                _functions[lambda] = operation;
                break;
            case IVariableDeclaratorOperation { Symbol: var local, Initializer.Value: { } value }:
                Alias(local, value);
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local }, Value: var value }:
                Alias(local, value);
                break;
        }
    }

    private void Alias(ILocalSymbol local, IOperation value)
    {
        if (local.RefKind == RefKind.None && !Carrying.Keeps(local.Type))
            return;
        switch (value = Plain(value))
        {
            case ILocalReferenceOperation { Local: var other }:
                Alias(local, other, null);
                Alias(other, local, null);
                break;
            case IParameterReferenceOperation { Parameter: var parameter }:
                Alias(local, parameter, null);
                Alias(parameter, local, null);
                break;
            case IMemberReferenceOperation or IArrayElementReferenceOperation:
                Alias(local, null, value);
                break;
            // new StreamWriter(stream)
            case IObjectCreationOperation { Arguments: var arguments } when local.Type.ContainingNamespace?.Name is "IO" or "Json":
                foreach (var argument in arguments)
                    if (Plain(argument.Value) is ILocalReferenceOperation { Local: var inner } && Carrying.Keeps(inner.Type))
                        Alias(local, inner, null);
                break;
        }
    }

    private static IOperation Plain(IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null, Operand: var operand })
            value = operand;
        return value;
    }

    private void Alias(ISymbol variable, ISymbol? other, IOperation? holder)
    {
        if (!_aliases.TryGetValue(variable, out var others))
            _aliases.Add(variable, others = []);
        others.Add((other, holder));
    }

    /// <summary>Whether the place holds the same throughout.</summary>
    internal bool IsSteady(Place place) =>
        place.Variable is not { } variable || !_changing.Contains(variable) || _shared.Contains(variable);

    /// <summary>Whether anything in the body writes it.</summary>
    internal bool IsWritten(IParameterSymbol parameter) => _changing.Contains(parameter);

    /// <summary>Whether its answers are the same throughout, as its labels are.</summary>
    internal bool IsShared(Place place) =>
        place.Variable is { } variable && (_shared.Contains(variable) || _aliased.Contains(variable));

    /// <summary>How often something turned out to hold more, or to prove less, than was read of it before.</summary>
    internal int Version { get; private set; }

    /// <summary>What a shared variable's being true or false proves: what each value written to it does.</summary>
    internal void Answer(Place place, Proof proof)
    {
        if (place.Variable is IParameterSymbol || _aliased.Contains(place.Variable!))
            return;
        var answer = _answers.TryGetValue(place, out var known) ? known.Either(proof) : proof;
        if (_answers.ContainsKey(place) && answer == known)
            return;
        _answers[place] = answer;
        if (_read.Contains(place))
            Version++;
    }

    internal Proof AnswerOf(Place place)
    {
        _read.Add(place);
        return _answers.TryGetValue(place, out var proof) ? proof : Proof.None;
    }

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
        if (_read.Contains(place))
            Version++;
    }

    private static bool IsShared(ISymbol variable, IOperation writer)
    {
        if (variable is IParameterSymbol
            {
                ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction },
            })
            return true;
        for (var at = writer.Parent; at is not null; at = at.Parent)
            if (at switch
                {
                    IAnonymousFunctionOperation { Symbol: var lambda } => lambda,
                    ILocalFunctionOperation { Symbol: var function } => function,
                    _ => (IMethodSymbol?)null,
                } is { } inside)
                return !SymbolEqualityComparer.Default.Equals(inside, variable.ContainingSymbol);
        return false;
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
            case IArgumentOperation
            {
                Parent: IInvocationOperation, Value: ILocalReferenceOperation { Local: var handedOn },
            } when Carrying.Keeps(handedOn.Type):
                return [handedOn];
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
