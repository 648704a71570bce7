using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PolicyAsCode.Analyzers.Edits;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Policy;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// Which methods have nothing to do with personal data by themselves: they read none, nothing in them is of a type that
/// holds any, and they call none that has. What they are given is another matter, and their callers' (a summary is asked
/// for where something is handed in). Names let too many through, since many a method is called <c>Get</c>; what stands
/// behind a name is known once a body is bound, and most bodies need no graph and no walk.
/// </summary>
internal sealed class QuietMethods(BoundPolicy policy, EditedFlows? edited = null)
{
    private readonly ConcurrentDictionary<IMethodSymbol, Body> _bodies = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _known = new(SymbolEqualityComparer.Default);
    private readonly KnownByType _byType = new(policy);

    /// <summary>Whether a method that has a body here is quiet.</summary>
    internal bool Is(IMethodSymbol method, CancellationToken cancel)
    {
        method = method.OriginalDefinition;
        if (policy.IsNone)
            return false;
        if (Known(method) is { } known)
            return known;
        if (edited is { IsSettled: true } && !edited.Concerns(method))
            return edited.QuietBefore.Is(method, cancel);
        Explore([method], cancel);
        return _known[method];
    }

    /// <summary>Which methods call which, of those that were looked at and do not begin data themselves.</summary>
    internal IEnumerable<(IMethodSymbol Method, IMethodSymbol Called)> Dependencies() =>
        _bodies.SelectMany(one => one.Value.Calls.Select(call => (one.Key, call.Method)));

    /// <summary>Forgets all: an edit concerns more than was thought.</summary>
    internal void Forget()
    {
        _known.Clear();
        _bodies.Clear();
    }

    /// <summary>Whether a method is known to be quiet, or not to be; null where nobody asked.</summary>
    internal bool? Known(IMethodSymbol method) => _known.TryGetValue(method, out var isQuiet) ? isQuiet
        : edited?.QuietKnownBefore(method);

    /// <summary>All that is known by now.</summary>
    internal IReadOnlyDictionary<IMethodSymbol, bool> AllKnown()
    {
        var copy = new Dictionary<IMethodSymbol, bool>(SymbolEqualityComparer.Default);
        foreach (var one in _known)
            copy[one.Key] = one.Value;
        return copy;
    }

    /// <summary>The same of code that is no method's: what a field begins with.</summary>
    internal bool Is(ISymbol owner, IEnumerable<SyntaxNode> code, CancellationToken cancel)
    {
        if (policy.IsNone)
            return false;
        var body = Read(owner, code, cancel);
        return !body.IsLoud && body.Calls.All(called => Is(called.Method, cancel));
    }

    /// <summary>What a method calls that may not be quiet; null where it is not quiet by itself, whatever it calls.</summary>
    internal ImmutableArray<QuietCall>? CallsOf(IMethodSymbol method, CancellationToken cancel) =>
        policy.IsNone || BodyOf(method.OriginalDefinition, cancel) is not { IsLoud: false, Calls: var calls } ? null : calls;

    // All that can be reached from there, and then back from what is not quiet: each method is looked at once, and methods
    // that call each other are no matter.
    private void Explore(ImmutableArray<IMethodSymbol> from, CancellationToken cancel)
    {
        var callers = new Dictionary<IMethodSymbol, List<IMethodSymbol>>(SymbolEqualityComparer.Default);
        var seen = new HashSet<IMethodSymbol>(from, SymbolEqualityComparer.Default);
        var loud = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var (open, telling) = (new Stack<IMethodSymbol>(from), new Stack<IMethodSymbol>());
        while (open.Count > 0)
        {
            var method = open.Pop();
            var isQuiet = Known(method);
            var isLoud = isQuiet is { } known ? !known : BodyOf(method, cancel).IsLoud;
            if (isLoud && loud.Add(method))
                telling.Push(method);
            if (isLoud || isQuiet == true)
                continue;
            foreach (var (called, _) in BodyOf(method, cancel).Calls)
            {
                if (!callers.TryGetValue(called, out var all))
                    callers.Add(called, all = []);
                all.Add(method);
                if (seen.Add(called))
                    open.Push(called);
            }
        }

        while (telling.Count > 0)
            if (callers.TryGetValue(telling.Pop(), out var callersOf))
                foreach (var caller in callersOf)
                    if (loud.Add(caller))
                        telling.Push(caller);
        foreach (var method in seen)
            _known[method] = !loud.Contains(method);
    }

    private Body BodyOf(IMethodSymbol method, CancellationToken cancel) =>
        _bodies.TryGetValue(method, out var known) ? known
        : edited is not null && edited.BodyOf(method) is null && !edited.IsInside(method) ? edited.QuietBefore.BodyOf(method, cancel)
        : _bodies.GetOrAdd(method, Read(
            method, policy.Flows.BodiesOf(method, cancel).Where(node => IsWorthBinding(method, node)), cancel));

    // Another method of its name may have to do with personal data, and this one not.
    private bool IsWorthBinding(IMethodSymbol method, SyntaxNode node) =>
        method.MethodKind is not (MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.PropertySet)
        || node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member
        || policy.Names.Personal.Contains(method.ContainingType.Name) // this
        || TreeNames.Of(node.SyntaxTree).NamesIn(member).Mentions(policy.Names.Reaching);

    private Body Read(ISymbol owner, IEnumerable<SyntaxNode> code, CancellationToken cancel)
    {
        var calls = new Dictionary<IMethodSymbol, bool>(SymbolEqualityComparer.Default);
        foreach (var node in code)
        {
            cancel.ThrowIfCancellationRequested();
            if (policy.Flows.Bind(node, owner, cancel) is not { } body)
                continue;
            // Where nothing is a gate, it matters to nobody what would be proved.
            if (!policy.Names.Proving.IsEmpty && MayNotComeBack(body))
                return Body.Loud;
            foreach (var operation in body.DescendantsAndSelf())
                if (IsLoud(operation, owner) || !AddCalls(operation, calls))
                    return Body.Loud;
        }
        return new(false, [.. calls.Select(call => new QuietCall(call.Key, call.Value))]);
    }

    // Whether data may begin here.
    private bool IsLoud(IOperation operation, ISymbol owner)
    {
        if (operation.Type is { } type && policy.Contents.Of(type) is { IsEmpty: false } contents && !IsNothing(operation)
            && !IsOwnMember(operation) && !_byType.Stays(operation, contents, owner))
            return true;
        return operation switch
        {
            IParameterReferenceOperation { Parameter: var parameter } => IsDeclared(parameter),
            IMemberReferenceOperation { Member: var member } => IsDeclared(member) || IsResult(member),
            IInvocationOperation { TargetMethod: { MethodKind: MethodKind.DelegateInvoke }, Instance: var instance } =>
                instance is not IParameterReferenceOperation,
            IInvocationOperation { TargetMethod: var method } => IsDeclared(method) || IsResult(method),
            IObjectCreationOperation { Constructor: { } constructor } => policy.Records.Wait(constructor.ContainingType),
            // What is called here stands in no operation.
            IForEachLoopOperation { LoopControlVariable: var variable, Collection: var all } =>
                variable is not IVariableDeclaratorOperation || IsOurs(Plain(all).Type),
            IDeconstructionAssignmentOperation { Value.Type: { IsTupleType: false } taken } => IsOurs(taken),
            IImplicitIndexerReferenceOperation { IndexerSymbol: var indexer } =>
                policy.Contents.IsOurs(indexer.ContainingAssembly),
            ICollectionExpressionOperation { ConstructMethod: { } made } => policy.Contents.IsOurs(made.ContainingAssembly),
            _ => false,
        };
    }

    // null and default are of a type, and hold nothing.
    private static bool IsNothing(IOperation operation) =>
        operation.ConstantValue.HasValue || operation is IDefaultValueOperation;

    // this.Name, this.Run(): the object itself goes nowhere.
    private bool IsOwnMember(IOperation operation) => operation is IInstanceReferenceOperation && operation.Parent switch
    {
        IInvocationOperation { Instance: var instance } => ReferenceEquals(instance, operation),
        IFieldReferenceOperation or IMethodReferenceOperation => true,
        IPropertyReferenceOperation { Property.ContainingAssembly: var assembly } reference =>
            ReferenceEquals(reference.Instance, operation) && policy.Contents.IsOurs(assembly),
        _ => false,
    };

    // Streams and scopes of ours are closed by a method of theirs. False where nobody knows by which.
    private bool AddClosing(IOperation resource, Dictionary<IMethodSymbol, bool> calls)
    {
        if (resource is not IVariableDeclarationGroupOperation group)
            return AddClosing(resource.Type, calls);
        foreach (var declaration in group.Declarations)
            foreach (var one in declaration.Declarators)
                if (!AddClosing(one.Symbol.Type, calls))
                    return false;
        return true;
    }

    private bool AddClosing(ITypeSymbol? type, Dictionary<IMethodSymbol, bool> calls)
    {
        for (var at = type; IsOurs(at); at = at!.BaseType)
            // What stands behind an interface or a type parameter is closed by whoever implements it.
            if (at is ITypeParameterSymbol or { TypeKind: TypeKind.Interface })
                return false;
            else
                foreach (var closing in at!.GetMembers().OfType<IMethodSymbol>())
                    // What is written as IDisposable.Dispose is called by no name that a body says.
                    if (closing.ExplicitInterfaceImplementations.Any(one => one.Name is "Dispose" or "DisposeAsync")
                        || closing.Name is "Dispose" or "DisposeAsync" && !Add(closing, calls))
                        return false;
        return true;
    }

    private static IOperation Plain(IOperation value)
    {
        while (value is IConversionOperation { Operand: var operand })
            value = operand;
        return value;
    }

    private bool IsOurs(ITypeSymbol? type) =>
        type is INamedTypeSymbol or ITypeParameterSymbol && policy.Contents.IsOurs(type.ContainingAssembly);

    private bool IsDeclared(ISymbol symbol) =>
        policy.Names.Personal.Contains(symbol.Name) && !Label.Of(policy.Data.Of(symbol)).IsEmpty;

    private bool IsResult(ISymbol member) => policy.Results.Of(member, policy.IsNone) is { IsEmpty: false };

    // Adds what it runs of ours; false where that is in an assembly of which only the facts are known.
    private bool AddCalls(IOperation operation, Dictionary<IMethodSymbol, bool> calls)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod: var method }:
                return Add(method, calls);
            case IMethodReferenceOperation { Method: var method }:
                return Add(method, calls);
            case IPropertyReferenceOperation { Property: { GetMethod: var getter, SetMethod: var setter } }:
                return Add(getter, calls) && Add(setter, calls);
            case IObjectCreationOperation { Constructor: var constructor }:
                return Add(constructor, calls);
            case IBinaryOperation { OperatorMethod: var method }:
                return Add(method, calls);
            case IUnaryOperation { OperatorMethod: var method }:
                return Add(method, calls);
            case IConversionOperation { OperatorMethod: var method }:
                return Add(method, calls);
            case ICompoundAssignmentOperation { OperatorMethod: var method }:
                return Add(method, calls);
            case IIncrementOrDecrementOperation { OperatorMethod: var method }:
                return Add(method, calls);
            case IUsingOperation { Resources: var resource }:
                return AddClosing(resource, calls);
            case IUsingDeclarationOperation { DeclarationGroup: var resource }:
                return AddClosing(resource, calls);
            case IInterpolationOperation { Expression.Type: INamedTypeSymbol shown } when IsOurs(shown):
                foreach (var member in shown.GetMembers(nameof(ToString)))
                    if (!Add(member as IMethodSymbol, calls))
                        return false;
                return true;
            default:
                return true;
        }
    }

    private bool Add(IMethodSymbol? method, Dictionary<IMethodSymbol, bool> calls)
    {
        // A local function's body is part of the body in which it stands.
        if (method is null or { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction }
            || !policy.Contents.IsOurs(method.ContainingAssembly))
            return true;
        if (policy.Referenced.Implementations(method).Any())
            return false;
        foreach (var target in policy.Targets.Of(method))
            if (policy.Referenced.Has(target.ContainingAssembly))
                return false;
            else if (policy.Names.Matters(target))
            {
                var one = target.OriginalDefinition;
                var isTold = !calls.TryGetValue(one, out var known) || known;
                calls[one] = isTold
                    && policy.Contents.Of(method.ReturnType).Covers(policy.Contents.Of(one.ReturnType));
            }
        return true;
    }

    /// <summary>Whether nothing may run after it: that is a proof to those who call it, of whatever they like.</summary>
    private bool MayNotComeBack(IOperation body) => body switch
    {
        IMethodBodyOperation { BlockBody: { } block } => !Ends(block),
        IMethodBodyOperation { ExpressionBody: { } expression } => !Ends(expression),
        IConstructorBodyOperation { BlockBody: { } block } => !Ends(block),
        _ => !Ends(body),
    };

    private bool Ends(IOperation? statement) => statement switch
    {
        null => true,
        IBlockOperation { Operations: var statements } => statements.All(Ends),
        ILocalFunctionOperation => true,
        IThrowOperation => false,
        IExpressionStatementOperation { Operation: var expression } => Ends(expression),
        IReturnOperation { ReturnedValue: var value } => Ends(value),
        IConversionOperation { Operand: var operand } => Ends(operand),
        IInvocationOperation { TargetMethod: var method } => !policy.Proving.NeverReturns(method),
        IConditionalOperation { WhenTrue: var one, WhenFalse: var other } => Ends(one) || Ends(other),
        IUsingOperation { Body: var inner } => Ends(inner),
        ILockOperation { Body: var inner } => Ends(inner),
        ITryOperation { Body: var inner, Catches: var catches, Finally: var last } =>
            Ends(last) && (Ends(inner) || catches.Any(one => Ends(one.Handler))),
        IWhileLoopOperation { Condition: var condition } => condition?.ConstantValue is not { HasValue: true, Value: true },
        IForLoopOperation { Condition: null } => false,
        ISwitchOperation { Cases: var cases } => cases.IsEmpty || cases.Any(one => one.Body.IsEmpty || one.Body.All(Ends)),
        _ => true,
    };

    private sealed record Body(bool IsLoud, ImmutableArray<QuietCall> Calls)
    {
        internal static Body Loud { get; } = new(true, []);
    }
}
