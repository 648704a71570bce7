using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Flow;

// Which gates are proved: by answers that branches are taken on, and by methods that would not have come back.
internal sealed partial class LocalFlow
{
    private readonly Dictionary<IOperation, Proof> _answers = [];
    private readonly Dictionary<ISymbol, Proof> _returnedProofs = new(SymbolEqualityComparer.Default);

    /// <summary>What a function's answer proves, over all of its returns; all gates for what never returns.</summary>
    private Proof ReturnedProof(ISymbol function) =>
        _returnedProofs.TryGetValue(function, out var proof) ? proof : new(policy.Proving.All, policy.Proving.All);

    // Whoever calls an iterator or an `async void` goes on before it has come anywhere.
    private MethodProof ProofOf(ISymbol function) =>
        _yieldedProofs.TryGetValue(function, out var ofEach) ? new(new(ofEach, TermSet.Empty), TermSet.Empty)
        : _yielded.ContainsKey(function) || function is IMethodSymbol { IsAsync: true, ReturnsVoid: true }
            ? MethodProof.None
            // What gives no answer proves nothing by one; it has no returns that would say so.
            : new(
                !_returnedProofs.ContainsKey(function) && function is IMethodSymbol { ReturnType: var answer }
                    && !ProvingMethods.Answers(answer)
                    ? Proof.None
                    : ReturnedProof(function),
                _alwaysProved);

    /// <summary>What a call proves, and remembers for whoever branches on its answer.</summary>
    private void Prove(IInvocationOperation call, MethodProof? own, FlowState state)
    {
        var gates = policy.Proving.Of(call.TargetMethod);
        var answers = ProvingMethods.Answers(call.TargetMethod.ReturnType);
        var proof = own?.Returned ?? Proof.None;
        var always = own?.Always ?? TermSet.Empty;
        if (policy.Proving.NeverReturns(call.TargetMethod))
            always = policy.Proving.All;
        if (answers)
            proof = new(proof.WhenTrue.Union(gates), proof.WhenFalse);
        else
            always = always.Union(gates);
        // Nobody knows how far a task has come that is not awaited.
        if (ProvingMethods.IsAwaited(call.TargetMethod.ReturnType) && !IsSequence(call.TargetMethod.ReturnType))
            (proof, always) = (proof.After(always), TermSet.Empty);
        Answers(call, proof);
        state.Prove(always);
        if (call is { Instance: { } task, TargetMethod: { Name: "Wait" or "GetResult", Parameters.IsEmpty: true } })
            Complete(task, state);
    }

    private void Answers(IOperation operation, Proof proof)
    {
        if (proof.IsEmpty)
            _answers.Remove(operation);
        else
            _answers[operation] = proof;
    }

    /// <summary>A task has come to its end: what it proves whatever it answers is proved.</summary>
    private void Complete(IOperation task, FlowState state)
    {
        var proof = ProofOf(task, state);
        state.Prove(proof.WhenTrue.Intersect(proof.WhenFalse));
    }

    private void Return(IMethodSymbol function, IOperation value, FlowState state)
    {
        var proof = IsSequence(value.Type)
            ? new(ElementsProved(value, state), TermSet.Empty)
            : ProofOf(value, state).After(state.Proved);
        _returnedProofs[function] = _returnedProofs.TryGetValue(function, out var known) ? known.Either(proof) : proof;
    }

    /// <summary>Remembers what a variable's being true or false says.</summary>
    private void Remember(Place place, ITypeSymbol? type, IOperation value, FlowState state)
    {
        if (type is not null && (ProvingMethods.Answers(type) || ProvingMethods.IsAwaited(type)))
            state.Answer(place, ProofOf(value, state).After(state.Proved));
        if (IsSequence(type))
            state.Answer(place, new(ElementsProved(value, state), TermSet.Empty));
    }

    /// <summary>A variable that is handed over to be written answers for nothing any more.</summary>
    private static void Forget(IOperation written, FlowState state)
    {
        if (written is IDeclarationExpressionOperation { Expression: var declared })
            written = declared;
        if (written is ILocalReferenceOperation { Local: var local })
            state.Answer(new(local), Proof.None);
        else if (written is IParameterReferenceOperation { Parameter: var parameter })
            state.Answer(new(parameter), Proof.None);
    }

    private Proof ProofOf(IOperation operation, FlowState state)
    {
        if (operation.ConstantValue is { HasValue: true, Value: bool constant })
            return constant ? new(TermSet.Empty, policy.Proving.All) : new(policy.Proving.All, TermSet.Empty);
        return operation switch
        {
            IConversionOperation { OperatorMethod: null, Operand: var operand } => ProofOf(operand, state),
            // consents?.Allows(id): null is neither true nor false.
            IDefaultValueOperation or ILiteralOperation { ConstantValue.Value: null }
                when operation.Type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T =>
                new(policy.Proving.All, policy.Proving.All),
            IInvocationOperation
            {
                Instance: { } nullable, TargetMethod: { Name: "GetValueOrDefault", Parameters.IsEmpty: true },
            } => ProofOf(nullable, state) with { WhenFalse = TermSet.Empty },
            IPropertyReferenceOperation when _answers.TryGetValue(operation, out var computed) => computed,
            IParenthesizedOperation { Operand: var operand } => ProofOf(operand, state),
            IAwaitOperation { Operation: var awaited } => ProofOf(awaited, state),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null, Operand: var operand } => ProofOf(operand, state).Not(),
            ILocalReferenceOperation { Local: var local } => state.AnswerOf(new(local)),
            IParameterReferenceOperation { Parameter: var parameter } => state.AnswerOf(new(parameter)),
            IFlowCaptureReferenceOperation { Id: var id } => state.AnswerOf(new(id)),
            IInvocationOperation call when _answers.TryGetValue(call, out var known) => known,
            // all.All(c => consents.Allows(c.Id))
            IInvocationOperation { TargetMethod: { Name: "All" or "TrueForAll" } every, Arguments: { IsEmpty: false } asked }
                when !policy.Contents.IsOurs(every.ContainingAssembly) =>
                new(AnswerOf(asked[asked.Length - 1].Value).WhenTrue, TermSet.Empty),
            // task.ConfigureAwait(false), task.GetAwaiter().GetResult(), task.AsTask(): the same answer.
            IInvocationOperation
            {
                Instance: { } task, TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "GetResult" or "AsTask",
            } => ProofOf(task, state),
            IInvocationOperation { TargetMethod.Name: "FromResult", Arguments: [{ Value: var result }] } =>
                ProofOf(result, state),
            IPropertyReferenceOperation { Property.Name: "Result" or "Value", Instance: { } task } => ProofOf(task, state),
            IBinaryOperation binary => ProofOf(binary, state),
            IIsPatternOperation { Value: var matched, Pattern: var pattern } => ProofOf(matched, pattern, state),
            _ => Proof.None,
        };
    }

    private Proof ProofOf(IBinaryOperation binary, FlowState state) => binary.OperatorKind switch
    {
        BinaryOperatorKind.And => ProofOf(binary.LeftOperand, state).And(ProofOf(binary.RightOperand, state)),
        BinaryOperatorKind.Or => ProofOf(binary.LeftOperand, state).Or(ProofOf(binary.RightOperand, state)),
        BinaryOperatorKind.Equals => Compared(binary, state),
        BinaryOperatorKind.NotEquals => Compared(binary, state).Not(),
        _ => Proof.None,
    };

    // answer == true, false == answer
    private Proof Compared(IBinaryOperation binary, FlowState state) =>
        Constant(binary.RightOperand) is { } right ? Is(binary.LeftOperand, right, state)
        : Constant(binary.LeftOperand) is { } left ? Is(binary.RightOperand, left, state)
        : Proof.None;

    // A nullable answer that is not true may be null as well, and proves nothing by that.
    private Proof Is(IOperation answer, bool constant, FlowState state)
    {
        var proof = ProofOf(answer, state);
        var isIt = constant ? proof : proof.Not();
        while (answer is IConversionOperation { Operand: var operand })
            answer = operand;
        return answer.Type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            ? isIt with { WhenFalse = TermSet.Empty }
            : isIt;
    }

    private Proof ProofOf(IOperation matched, IPatternOperation pattern, FlowState state) => pattern switch
    {
        IConstantPatternOperation { Value: var value } when Constant(value) is { } constant =>
            Is(matched, constant, state),
        INegatedPatternOperation { Pattern: var negated } => ProofOf(matched, negated, state).Not(),
        _ => Proof.None,
    };

    private static bool? Constant(IOperation operation)
    {
        while (operation is IConversionOperation { Operand: var operand })
            operation = operand;
        return operation.ConstantValue is { HasValue: true, Value: bool constant } ? constant : null;
    }

    /// <summary>The states behind a block's two branches: what its condition proves holds on one of them.</summary>
    private (FlowState FallThrough, FlowState Conditional) Branch(BasicBlock block, FlowState after)
    {
        if (block is not { ConditionKind: not ControlFlowConditionKind.None, BranchValue: { } condition })
            return (after, after);
        var proof = ProofOf(condition, after);
        if (proof.IsEmpty)
            return (after, after);
        var (taken, passed) = block.ConditionKind == ControlFlowConditionKind.WhenTrue
            ? (proof.WhenTrue, proof.WhenFalse)
            : (proof.WhenFalse, proof.WhenTrue);
        return (after.Proving(passed), after.Proving(taken));
    }
}
