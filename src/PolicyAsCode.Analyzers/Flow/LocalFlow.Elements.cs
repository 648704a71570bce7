using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Flow;

// Which gates are proved of each element of a sequence: of all that `Where` lets pass, of all that were added to a list
// where they were proved. Taking an element out proves it there, and nowhere after.
internal sealed partial class LocalFlow
{
    // What comes out of these are elements that went in, or what was made of such.
    private static readonly HashSet<string> s_passing = new(StringComparer.Ordinal)
    {
        "ToList", "ToArray", "ToHashSet", "ToListAsync", "ToArrayAsync", "AsEnumerable", "AsQueryable", "AsAsyncEnumerable",
        "AsReadOnly", "AsNoTracking", "Include", "Select", "SelectMany", "OrderBy", "OrderByDescending", "ThenBy",
        "ThenByDescending", "Order", "Skip", "SkipWhile", "Take", "Distinct", "DistinctBy", "Reverse", "Chunk", "OfType", "Cast",
        "GroupBy", "GetRange", "ToImmutableArray", "ToImmutableList", "GetEnumerator", "GetAsyncEnumerator", "ConfigureAwait",
        "WithCancellation", "AsParallel", "Where", "TakeWhile", "FindAll",
    };

    private readonly Dictionary<ISymbol, TermSet> _yieldedProofs = new(SymbolEqualityComparer.Default);

    /// <summary>The gates that are proved of every element of a sequence.</summary>
    private TermSet ElementsProved(IOperation? sequence, FlowState state)
    {
        if (policy.Names.Proving.IsEmpty)
            return TermSet.Empty;
        switch (sequence)
        {
            case IConversionOperation { OperatorMethod: null, Operand: var operand }:
                return ElementsProved(operand, state);
            case IAwaitOperation { Operation: var awaited }:
                return ElementsProved(awaited, state);
            case ITranslatedQueryOperation { Operation: var query }:
                return ElementsProved(query, state);
            case ILocalReferenceOperation { Local: var local }:
                return state.AnswerOf(new(local)).WhenTrue;
            case IParameterReferenceOperation { Parameter: var parameter }:
                return state.AnswerOf(new(parameter)).WhenTrue;
            case IFlowCaptureReferenceOperation { Id: var id }:
                return state.AnswerOf(new(id)).WhenTrue;
            // Of nothing everything is true; what is added must be proved then.
            case IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null }:
            case ICollectionExpressionOperation { Elements.IsEmpty: true }:
                return policy.Proving.All;
            case ICollectionExpressionOperation { Elements: [ISpreadOperation { Operand: var spread }] }:
                return ElementsProved(spread, state);
            case IObjectCreationOperation { Arguments: [{ Value: var copied }], Initializer: null, Type: var type }
                when Carrying.Keeps(type):
                return ElementsProved(copied, state);
            case IInvocationOperation call:
                return ElementsProved(call, state);
            default:
                return TermSet.Empty;
        }
    }

    private TermSet ElementsProved(IInvocationOperation call, FlowState state)
    {
        var method = call.TargetMethod;
        if (_answers.TryGetValue(call, out var own))
            return own.WhenTrue;
        if (policy.Contents.IsOurs(method.ContainingAssembly) || !s_passing.Contains(method.Name))
            return TermSet.Empty;
        var source = call.Instance ?? (call.Arguments.Length > 0 ? call.Arguments[0].Value : null);
        var proved = ElementsProved(source, state);
        return method.Name is "Where" or "TakeWhile" or "FindAll" && call.Arguments.Length > 0
            ? proved.Union(AnswerOf(call.Arguments[call.Arguments.Length - 1].Value).WhenTrue)
            : proved;
    }

    /// <summary>What a predicate's answer proves of the one that it is asked about.</summary>
    private Proof AnswerOf(IOperation predicate)
    {
        if (Function(predicate) is { Symbol: var lambda })
            return _returnedProofs.TryGetValue(lambda, out var proof) ? proof : Proof.None;
        if (MethodOf(predicate) is not { } method)
            return Proof.None;
        var gates = policy.Proving.Of(method);
        var known = method.MethodKind == MethodKind.LocalFunction
            ? _returnedProofs.TryGetValue(method.OriginalDefinition, out var local) ? local : Proof.None
            : policy.Names.Matters(method.Name) && !method.IsVirtual && !method.IsAbstract && solver.SummaryOf(method) is { } summary
                ? summary.Proof.Returned
                : Proof.None;
        return known with { WhenTrue = known.WhenTrue.Union(gates) };
    }

    /// <summary>An element is taken out: what is proved of each is proved of it.</summary>
    private void Take(IPropertyReferenceOperation reference, FlowState state)
    {
        if (reference is { Property.Name: "Current", Instance: { } enumerator })
            state.Prove(ElementsProved(enumerator, state));
    }

    /// <summary>Where a lambda runs on the elements of something, what is proved of them is proved in it.</summary>
    private FlowState OnElements(IOperation call, FlowState state)
    {
        if (policy.Names.Proving.IsEmpty || call is not IInvocationOperation { Arguments: var arguments } invocation
            || policy.Contents.IsOurs(invocation.TargetMethod.ContainingAssembly))
            return state;
        var source = invocation.Instance ?? (arguments.Length > 0 ? arguments[0].Value : null);
        return source is null || Function(source) is not null ? state : state.Proving(ElementsProved(source, state));
    }

    /// <summary>A list is changed: what is added counts as proved as far as it is proved here.</summary>
    private void Change(IInvocationOperation call, FlowState state)
    {
        if (policy.Names.Proving.IsEmpty)
            return;
        if (call.Arguments.Length > 0 && Variable(call.Instance) is { } list)
        {
            var held = state.AnswerOf(new(list)).WhenTrue;
            var added = call.Arguments[call.Arguments.Length - 1].Value;
            var proved = call.TargetMethod.Name switch
            {
                "Add" or "Enqueue" or "Push" or "Insert" or "TryAdd" => held.Intersect(state.Proved),
                "AddRange" or "InsertRange" or "UnionWith" =>
                    held.Intersect(ElementsProved(added, state).Union(state.Proved)),
                "RemoveAll" => held.Union(AnswerOf(added).WhenFalse),
                _ => held,
            };
            if (!proved.Equals(held))
                state.Answer(new(list), new(proved, TermSet.Empty));
        }
        // Nobody knows what a method of ours adds.
        if (policy.Contents.IsOurs(call.TargetMethod.ContainingAssembly))
            foreach (var argument in call.Arguments)
                if (Variable(argument.Value) is { } handed)
                    state.Answer(new(handed), Proof.None);
    }

    private static ISymbol? Variable(IOperation? list) => Plain(list) switch
    {
        ILocalReferenceOperation { Local: var local } when Carrying.Keeps(local.Type) => local,
        IParameterReferenceOperation { Parameter: var parameter } when Carrying.Keeps(parameter.Type) => parameter,
        _ => null,
    };

    private void Yield(ISymbol iterator, FlowState state) =>
        _yieldedProofs[iterator] = _yieldedProofs.TryGetValue(iterator, out var known)
            ? known.Intersect(state.Proved)
            : state.Proved;

    private static bool IsSequence(ITypeSymbol? type) => type is not null
        && (Carrying.Keeps(type) || type is INamedTypeSymbol { Name: "IQueryable" or "IOrderedQueryable" or "ParallelQuery" }
            || type is INamedTypeSymbol { Name: "Task" or "ValueTask" or "Nullable", TypeArguments: [var inner] } && IsSequence(inner)
            || type.Name.Contains("Enumera"));
}
