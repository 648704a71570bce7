using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyAsCode.Analyzers.Flow;

// Tuples, element by element, and what is taken apart.
internal sealed partial class LocalFlow
{
    private readonly Dictionary<IOperation, ImmutableArray<Label>> _parts = [];
    private ImmutableArray<Label> _returnedParts = [];

    private Label Tuple(ITupleOperation tuple, FlowState state)
    {
        var all = Label.None;
        for (var i = 0; i < tuple.Elements.Length; i++)
        {
            var label = Passed(tuple.Elements[i], tuple.Type, state);
            all = all.Join(label);
            if (tuple.Type is INamedTypeSymbol { TupleElements.Length: var count } type && i < count)
            {
                state.TryGet(OfType(type, i), out var known);
                state.Set(OfType(type, i), known.Join(label));
            }
        }
        return all;
    }

    /// <summary>
    /// What an element of a tuple holds: known of a literal, of a variable that was given one, of a method of ours that
    /// returns one; of all others of that type together.
    /// </summary>
    private Label ElementOf(IOperation? value, INamedTypeSymbol tuple, int index, Label whole, FlowState state)
    {
        if (index >= tuple.TupleElements.Length || !Carrying.CanCarry(tuple.TupleElements[index].Type))
            return Label.None;
        switch (Plain(value))
        {
            case ITupleOperation { Elements: var elements }
                when index < elements.Length && _labels.TryGetValue(elements[index], out var put):
                return Passed(elements[index], put, tuple);
            case ILocalReferenceOperation { Local: var local } when state.TryGet(new(local, index), out var inLocal):
                return inLocal;
            case IParameterReferenceOperation { Parameter: var parameter }
                when state.TryGet(new(parameter, index), out var inParameter):
                return inParameter;
            case { } call when _parts.TryGetValue(call, out var parts) && index < parts.Length:
                return parts[index];
        }
        return state.TryGet(OfType(tuple, index), out var ofType) ? ofType : whole;
    }

    private static IOperation? Plain(IOperation? value)
    {
        while (true)
            switch (value)
            {
                case IConversionOperation { OperatorMethod: null, Operand: var operand }:
                    value = operand;
                    break;
                case IAwaitOperation { Operation: var awaited }:
                    value = awaited;
                    break;
                case IInvocationOperation { Instance: { } task, TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "GetResult" }:
                    value = task;
                    break;
                default:
                    return value;
            }
    }

    private void PutElements(ISymbol variable, ITypeSymbol type, IOperation value, Label label, FlowState state)
    {
        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
            for (var i = 0; i < tuple.TupleElements.Length; i++)
                state.Set(new(variable, i), ElementOf(value, Plain(value)?.Type as INamedTypeSymbol is { IsTupleType: true } own
                    ? own
                    : tuple, i, label, state));
    }

    private void ReturnElements(IMethodSymbol function, IOperation value, Label label, FlowState state)
    {
        if (!SymbolEqualityComparer.Default.Equals(function, owner)
            || Returned(function.ReturnType) is not INamedTypeSymbol { IsTupleType: true } tuple)
            return;
        var parts = ImmutableArray.CreateBuilder<Label>();
        for (var i = 0; i < tuple.TupleElements.Length; i++)
            parts.Add(ElementOf(value, tuple, i, label, state)
                .Join(i < _returnedParts.Length ? _returnedParts[i] : Label.None));
        _returnedParts = parts.ToImmutable();
    }

    private static ITypeSymbol Returned(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } ? result : type;

    /// <summary>Remembers what the elements of a tuple hold that a call returns.</summary>
    private void Spread(IOperation call, MethodSummary summary, Label[] given)
    {
        if (summary.ReturnedParts.IsEmpty)
            return;
        var parts = summary.ReturnedParts.Select(part => part.At(given));
        _parts[call] = _parts.TryGetValue(call, out var known)
            ? [.. parts.Select((part, i) => i < known.Length ? part.Join(known[i]) : part)]
            : [.. parts];
    }

    private static int IndexOf(IFieldSymbol element)
    {
        var elements = element.ContainingType.TupleElements;
        for (var i = 0; i < elements.Length; i++)
            if (elements[i].Name == element.Name || element.Name == "Item" + (i + 1))
                return i;
        return 0;
    }

    private static Place OfType(INamedTypeSymbol tuple, int index) => new(tuple.TupleUnderlyingType ?? tuple, index);

    /// <summary>
    /// A tuple that comes from elsewhere, by a signature that says so: nobody here knows which element holds what.
    /// </summary>
    private void Spread(IOperation operation, Label label, FlowState state)
    {
        if (label.IsEmpty || _parts.ContainsKey(operation))
            return;
        var (declared, type) = operation switch
        {
            IInvocationOperation { TargetMethod: { MethodKind: not MethodKind.LocalFunction } method } =>
                (method.OriginalDefinition.ReturnType, method.ReturnType),
            IPropertyReferenceOperation { Property: { ContainingType.IsAnonymousType: false } property } =>
                (property.OriginalDefinition.Type, property.Type),
            IParameterReferenceOperation
            {
                Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.AnonymousFunction } } parameter,
            } => (parameter.Type, parameter.Type),
            _ => (null, null),
        };
        Spread(declared, type, label, state);
    }

    private static void Spread(ITypeSymbol? declared, ITypeSymbol? type, Label label, FlowState state)
    {
        if (declared is not INamedTypeSymbol { TypeArguments: var inDeclared } said || type is not INamedTypeSymbol named)
            return;
        if (said.IsTupleType && named.IsTupleType)
            for (var i = 0; i < named.TupleElements.Length; i++)
                if (Carrying.CanCarry(named.TupleElements[i].Type))
                    state.Add(OfType(named, i), label);
        for (var i = 0; i < inDeclared.Length && i < named.TypeArguments.Length; i++)
            Spread(inDeclared[i], named.TypeArguments[i], label, state);
    }

    private Label Deconstruct(IDeconstructionAssignmentOperation deconstruction, FlowState state)
    {
        var targets = deconstruction.Target is IDeclarationExpressionOperation { Expression: var declared }
            ? declared
            : deconstruction.Target;
        var whole = Evaluate(deconstruction.Value, state);
        if (targets is not ITupleOperation tuple)
            return whole;
        // All right sides are read before any left side is written: (a, b) = (b, a).
        var puts = new List<(IOperation Target, IOperation Value, Label Label)>();
        TakeApart(tuple, deconstruction.Value, whole, DeconstructionOf(deconstruction.Syntax), puts, state);
        foreach (var (target, value, label) in puts)
            AssignTo(target, value, label, state);
        return whole;
    }

    private void TakeApart(
        ITupleOperation targets, IOperation value, Label whole, DeconstructionInfo? how,
        List<(IOperation Target, IOperation Value, Label Label)> puts, FlowState state)
    {
        var plain = Plain(value)!;
        var outs = how?.Method is { } method && policy.Contents.IsOurs(method.ContainingAssembly)
            ? Deconstructed(method, value, state)
            : null;
        for (var i = 0; i < targets.Elements.Length; i++)
        {
            var target = targets.Elements[i];
            var part = plain is ITupleOperation { Elements: var values } && i < values.Length ? values[i] : value;
            var label = outs is not null ? outs[i]
                : plain.Type is INamedTypeSymbol { IsTupleType: true } tuple ? ElementOf(value, tuple, i, whole, state)
                : policy.Contents.IsOurs(plain.Type?.ContainingAssembly) ? OfRecord(plain.Type, i, targets.Elements.Length)
                : whole;
            var inner = how?.Nested is { IsDefaultOrEmpty: false } nested && i < nested.Length ? nested[i] : (DeconstructionInfo?)null;
            if (target is ITupleOperation deeper)
                TakeApart(deeper, part, label, inner, puts, state);
            else
                puts.Add((target, part, Carrying.CanCarry(target.Type) ? label : Label.None));
        }
    }

    // The first parameter of an extension is what is taken apart.
    private Label[]? Deconstructed(IMethodSymbol method, IOperation value, FlowState state)
    {
        method = method.ReducedFrom ?? method;
        var first = method.IsExtensionMethod ? 1 : 0;
        var given = new Label[Passing.ReceiverOf(method) + 1];
        if (first == 1)
            given[0] = _labels.TryGetValue(value, out var held) ? held : Label.None;
        if (solver.SummaryOf(method) is not { } summary)
            return null;
        _recorder.Use(value, summary, state.Proved);
        return
        [
            .. method.Parameters.Skip(first).Select(parameter => parameter.Ordinal < summary.Outs.Length
                ? summary.Outs[parameter.Ordinal].At(given)
                : Label.None),
        ];
    }

    private DeconstructionInfo? DeconstructionOf(SyntaxNode syntax) => body.SemanticModel is not { } model ? null
        : syntax is AssignmentExpressionSyntax assignment ? model.GetDeconstructionInfo(assignment)
        : syntax.FirstAncestorOrSelf<ForEachVariableStatementSyntax>() is { } loop ? model.GetDeconstructionInfo(loop)
        : null;

    // A record's Deconstruct names its parts as its properties are named.
    private Label OfRecord(ITypeSymbol? type, int index, int count)
    {
        foreach (var method in type?.GetMembers("Deconstruct").OfType<IMethodSymbol>() ?? [])
            if (method.Parameters.Length == count)
                foreach (var member in type!.GetMembers())
                    if (member.Name.Equals(method.Parameters[index].Name, StringComparison.OrdinalIgnoreCase)
                        && member is IPropertySymbol property)
                        return Declared(property);
        return Label.None;
    }
}
