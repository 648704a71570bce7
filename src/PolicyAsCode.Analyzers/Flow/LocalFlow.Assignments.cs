using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyAsCode.Analyzers.Flow;

// Where an expression is put.
internal sealed partial class LocalFlow
{
    private Label Assign(IAssignmentOperation assignment, FlowState state)
    {
        var label = Evaluate(assignment.Value, state);
        var answered = ProofOf(assignment.Target, state);
        if (assignment is ICompoundAssignmentOperation)
            label = Carrying.CanCarry(assignment.Type) ? label.Join(Evaluate(assignment.Target, state)) : Label.None;
        AssignTo(assignment.Target, assignment.Value, label, state);
        // What is right of it is not all that it holds now; of `a &= b` both are, and both were evaluated.
        if (assignment is ICompoundAssignmentOperation { OperatorKind: var kind, Target: var written, Value: var more })
        {
            var proof = kind == BinaryOperatorKind.And ? answered.And(ProofOf(more, state))
                : kind == BinaryOperatorKind.Or ? answered.Or(ProofOf(more, state))
                : Proof.None;
            if (written is ILocalReferenceOperation { Local: var local })
                state.Answer(new(local), proof);
            else
                Forget(written, state);
        }
        return label;
    }

    private void AssignTo(IOperation target, IOperation value, Label label, FlowState state)
    {
        switch (target)
        {
            case ILocalReferenceOperation { Local: var local }:
                state.Set(new(local), label);
                Hold(local, value);
                Remember(new(local), local.Type, value, state);
                break;
            case IParameterReferenceOperation { Parameter: var parameter }:
                state.Set(new(parameter), label);
                Remember(new(parameter), parameter.Type, value, state);
                break;
            case IDeclarationExpressionOperation { Expression: var declared }:
                AssignTo(declared, value, label, state);
                break;
            case IFlowCaptureReferenceOperation { Id: var id } when _captured.TryGetValue(id, out var captured):
                AssignTo(captured, value, label, state);
                break;
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                    AssignTo(element, value, label, state);
                break;
            case IFieldReferenceOperation { Field.ContainingType.IsTupleType: true, Field: var element } reference:
                state.Add(Element(element), label);
                PutInto(reference.Instance, label, state);
                break;
            case IMemberReferenceOperation { Member: var member } reference:
                Evaluate(reference.Instance, state);
                if (reference is IPropertyReferenceOperation { Arguments: { IsEmpty: false } keys })
                    foreach (var key in keys)
                        label = label.Join(Evaluate(key.Value, state));
                if (policy.Contents.IsOurs(member.ContainingAssembly))
                    Store(member, value, Whole(value, label));
                else
                {
                    HandToSetter(member, value, state);
                    PutInto(reference.Instance, label, state);
                }
                break;
            case IArrayElementReferenceOperation { ArrayReference: var array } element:
                foreach (var index in element.Indices)
                    Evaluate(index, state);
                PutInto(array, label, state);
                break;
            case IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation:
                Evaluate(target, state);
                if (value is not IConversionOperation { Type.TypeKind: TypeKind.Dynamic })
                    _recorder.Edge(value, Whole(value, label));
                break;
            default:
                Evaluate(target, state);
                break;
        }
    }

    // What a caller may have handed in matters to callers only where nobody declared what the member holds, or something so
    // broad that it may be data which is never stored.
    private void Store(ISymbol member, IOperation value, Label label) =>
        _recorder.Store(member, value, policy.Data.Of(member) is { IsDeclared: true } held
            && held.Categories.Intersect(policy.NeverStored.Behind).IsEmpty ? label with { From = default } : label);

    /// <summary>Adds to whatever holds the object: a local, a member, an array.</summary>
    private void PutInto(IOperation? holder, Label label, FlowState state)
    {
        switch (holder)
        {
            case ILocalReferenceOperation { Local: var local }:
                state.Add(new(local), label);
                break;
            case IParameterReferenceOperation { Parameter: var parameter }:
                state.Add(new(parameter), label.Join(Given(parameter)));
                break;
            case IFlowCaptureReferenceOperation { Id: var id }:
                state.Add(new(id), label);
                if (_captured.TryGetValue(id, out var captured))
                    PutInto(captured, label, state);
                break;
            case IConversionOperation { Operand: var operand }:
                PutInto(operand, label, state);
                break;
            case IDeclarationExpressionOperation { Expression: var declared }:
                PutInto(declared, label, state);
                break;
            // builder.Append(a).Append(b): the call hands its receiver on.
            case IInvocationOperation { Instance: { } instance, TargetMethod: var method }
                when SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType):
                PutInto(instance, label, state);
                break;
            case IMemberReferenceOperation { Member: var member }
                when policy.Contents.IsOurs(member.ContainingAssembly):
                Store(member, holder, label);
                break;
            case IMemberReferenceOperation { Instance: { } owner }:
                PutInto(owner, label, state);
                break;
            case IArrayElementReferenceOperation { ArrayReference: var array }:
                PutInto(array, label, state);
                break;
        }
    }

    private Label Deconstruct(IDeconstructionAssignmentOperation deconstruction, FlowState state)
    {
        var value = deconstruction.Value;
        while (value is IConversionOperation { Operand: var operand })
            value = operand;
        var targets = deconstruction.Target is IDeclarationExpressionOperation { Expression: var declared }
            ? declared
            : deconstruction.Target;
        if (targets is not ITupleOperation { Elements: var elements })
            return Evaluate(value, state);

        if (value is ITupleOperation { Elements: var values } && values.Length == elements.Length)
        {
            // All right sides are read before any left side is written: (a, b) = (b, a).
            var labels = values.Select(one => Evaluate(one, state)).ToList();
            for (var i = 0; i < elements.Length; i++)
                AssignTo(elements[i], values[i], labels[i], state);
            return Label.None;
        }

        var whole = Evaluate(value, state);
        for (var i = 0; i < elements.Length; i++)
            AssignTo(elements[i], value, Part(value.Type as INamedTypeSymbol, i, elements.Length, whole, state), state);
        return whole;
    }

    private Label Part(INamedTypeSymbol? type, int index, int count, Label whole, FlowState state)
    {
        if (type is { IsTupleType: true } && index < type.TupleElements.Length)
            return state.TryGet(Element(type.TupleElements[index]), out var label)
                ? label
                : Label.None;
        if (type is null || !policy.Contents.IsOurs(type.ContainingAssembly))
            return whole;

        // A record's Deconstruct names its parts as its properties are named.
        foreach (var method in type.GetMembers("Deconstruct").OfType<IMethodSymbol>())
            if (method.Parameters.Length == count)
                foreach (var member in type.GetMembers())
                    if (member.Name.Equals(method.Parameters[index].Name, StringComparison.OrdinalIgnoreCase)
                        && member is IPropertySymbol property)
                        return Declared(property);
        return Label.None;
    }
}
