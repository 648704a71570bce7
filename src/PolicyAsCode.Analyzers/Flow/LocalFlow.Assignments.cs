using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyAsCode.Analyzers.Flow;

// Where an expression is put.
internal sealed partial class LocalFlow
{
    private readonly Dictionary<IParameterSymbol, Label> _filled = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _putting = new(SymbolEqualityComparer.Default);

    private Label Assign(IAssignmentOperation assignment, FlowState state)
    {
        var label = Evaluate(assignment.Value, state);
        var answered = ProofOf(assignment.Target, state);
        if (assignment is ICompoundAssignmentOperation { OperatorMethod: { } operate, Target: var left }
            && policy.Contents.IsOurs(operate.ContainingAssembly))
        {
            Evaluate(left, state);
            label = Operate(operate, assignment, state, left, assignment.Value) ?? Label.None;
        }
        else if (assignment is ICompoundAssignmentOperation)
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
                PutElements(local, local.Type, value, label, state);
                if (local.RefKind != RefKind.None)
                    PutIntoAliases(local, label, state, target);
                Hold(local, value);
                Remember(new(local), local.Type, value, state);
                break;
            case IParameterReferenceOperation { Parameter: var parameter }:
                state.Set(new(parameter), label);
                PutElements(parameter, parameter.Type, value, label, state);
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
                if (reference.Instance is ILocalReferenceOperation { Local: var held })
                    state.Set(new(held, IndexOf(element)), label);
                else
                    state.Add(OfType(element.ContainingType, IndexOf(element)), label);
                PutInto(reference.Instance, label, state);
                break;
            case IMemberReferenceOperation { Member: var member } reference:
                Evaluate(reference.Instance, state);
                var keys = reference is IPropertyReferenceOperation { Arguments: var indices } ? indices : [];
                foreach (var key in keys)
                    Evaluate(key.Value, state);
                if (reference is IPropertyReferenceOperation { Property.SetMethod: { } setter } property
                    && policy.Contents.IsOurs(member.ContainingAssembly))
                {
                    Set(setter, property, value, label, state);
                    break;
                }
                foreach (var key in keys)
                    label = label.Join(_labels[key.Value]);
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
                if (target is IDynamicMemberReferenceOperation { Instance: { } expando })
                    PutInto(expando, label, state);
                break;
            default:
                Evaluate(target, state);
                break;
        }
    }

    // A property that is only written down is a place; one whose setter computes is what that does.
    private void Set(
        IMethodSymbol setter, IPropertyReferenceOperation property, IOperation value, Label label, FlowState state)
    {
        var passings = new List<Passing>(property.Arguments.Length + 1);
        foreach (var key in property.Arguments)
            if (key.Parameter is { } parameter)
                passings.Add(Passing.To(parameter, key.Value, _labels[key.Value]));
        passings.Add(Passing.To(setter.Parameters[setter.Parameters.Length - 1], value, label));
        var computes = !setter.IsAbstract && solver.HasBody(setter);
        if (computes || setter.IsAbstract || setter.IsVirtual || setter.IsOverride)
            computes |= Summarised(setter, property, passings, state) is not null;
        if (!computes || policy.Data.Of(property.Property).IsDeclared)
            Store(property.Property, value, Whole(value, label));
    }

    // What a caller may have handed in matters to callers only where nobody declared what the member holds, or something so
    // broad that it may be data which is never stored.
    private void Store(ISymbol member, IOperation value, Label label)
    {
        if (member is IFieldSymbol { AssociatedSymbol: IPropertySymbol property })
            member = property; // set { field = value; }
        _recorder.Store(member, value, policy.Data.Of(member) is { IsDeclared: true } held
            && held.Categories.Intersect(policy.NeverStored.Behind).IsEmpty ? label with { From = default } : label);
    }

    /// <summary>
    /// Adds to whatever holds the object: a local, a member, an array. Where that is another name of it, <c>at</c> is what
    /// stands here.
    /// </summary>
    private void PutInto(IOperation? holder, Label label, FlowState state, IOperation? at = null)
    {
        at ??= holder;
        switch (holder)
        {
            case ILocalReferenceOperation { Local: var local }:
                PutInto(local, label, state, at!);
                break;
            case IParameterReferenceOperation { Parameter: var parameter }:
                PutInto(parameter, label, state, at!);
                break;
            case IFlowCaptureReferenceOperation { Id: var id }:
                state.Add(new(id), label);
                if (_captured.TryGetValue(id, out var captured))
                    PutInto(captured, label, state, at);
                break;
            case IConversionOperation { Operand: var operand }:
                PutInto(operand, label, state, at);
                break;
            case IDeclarationExpressionOperation { Expression: var declared }:
                PutInto(declared, label, state, at);
                break;
            // builder.Append(a).Append(b): the call hands its receiver on.
            case IInvocationOperation { Instance: { } instance, TargetMethod: var method }
                when SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType):
                PutInto(instance, label, state, at);
                break;
            case IMemberReferenceOperation { Member: var member }
                when policy.Contents.IsOurs(member.ContainingAssembly):
                Store(member, at!, label);
                break;
            case IMemberReferenceOperation { Instance: { } owner }:
                PutInto(owner, label, state, at);
                break;
            case IArrayElementReferenceOperation { ArrayReference: var array }:
                PutInto(array, label, state, at);
                break;
        }
    }

    private void PutInto(ISymbol variable, Label label, FlowState state, IOperation at)
    {
        if (variable is IParameterSymbol parameter)
        {
            state.Add(new(parameter), label.Join(Given(parameter)));
            _filled[parameter] = _filled.TryGetValue(parameter, out var known) ? known.Join(label) : label;
        }
        else
            state.Add(new(variable), label);
        PutIntoAliases(variable, label, state, at);
    }

    // var mine = all; mine.Add(…)
    private void PutIntoAliases(ISymbol variable, Label label, FlowState state, IOperation at)
    {
        if (!_putting.Add(variable))
            return;
        foreach (var (other, holder) in _steady.AliasesOf(variable))
            if (other is not null && !_putting.Contains(other))
                PutInto(other, label, state, at);
            else if (holder is not null)
                PutInto(holder, label, state, at);
        _putting.Remove(variable);
    }
}
