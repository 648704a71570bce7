using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Flow;

// What an expression carries.
internal sealed partial class LocalFlow
{
    // f(f(f(…))): so many of them fit any thread, and the next ones get a stack of their own.
    private const int DepthAThread = 200;

    private int _depth;

    /// <summary>
    /// Evaluates, and remembers by operation, so that an argument's parts are asked for and not walked again.
    /// </summary>
    private Label Evaluate(IOperation? operation, FlowState state)
    {
        if (operation is null)
            return Label.None;
        var label = Label.None;
        if (++_depth % DepthAThread == 0)
            OwnStack.Run(() => label = Value(operation, state));
        else
            label = Value(operation, state);
        _depth--;
        _labels[operation] = label;
        Spread(operation, label, state);
        return label;
    }

    private Label Value(IOperation operation, FlowState state)
    {
        switch (operation)
        {
            case INameOfOperation or ITypeOfOperation or ISizeOfOperation or ILiteralOperation:
                return Label.None;

            case IFlowCaptureOperation capture:
                // The left side of an assignment that was captured is a target, and no read.
                var held = _written.Contains(capture.Id)
                    && capture.Value is IMemberReferenceOperation { Instance: var target }
                    ? Evaluate(target, state)
                    : Evaluate(capture.Value, state);
                state.Set(new(capture.Id), held);
                Remember(new(capture.Id), capture.Value.Type, capture.Value, state);
                return Label.None;
            case IFlowCaptureReferenceOperation reference:
                return state.TryGet(new(reference.Id), out var captured) ? captured : default;

            case ILocalReferenceOperation { Local: var local }:
                return state.TryGet(new(local), out var inLocal) ? inLocal : default;
            case IParameterReferenceOperation { Parameter: var parameter }:
                return state.TryGet(new(parameter), out var inParameter) ? inParameter : Given(parameter);
            case IPropertyReferenceOperation property:
                return Property(property, state);
            case IFieldReferenceOperation field:
                return Field(field, state);

            case IInvocationOperation call:
                return Call(call, state);
            case IObjectCreationOperation creation:
                return Create(creation, state);
            case IAnonymousObjectCreationOperation anonymous:
                return Anonymous(anonymous, state);
            case ITupleOperation tuple:
                return Tuple(tuple, state);
            case IFlowAnonymousFunctionOperation lambda:
                return Lambda(lambda, state);
            case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } function }:
                return Enter(function, state);
            case IMethodReferenceOperation { Method: var handed } reference:
                return Handled(handed, reference, state);

            case ICaughtExceptionOperation:
                return Caught(state);
            case IConversionOperation { OperatorMethod: { } conversion, Operand: var converted }
                when policy.Contents.IsOurs(conversion.ContainingAssembly):
                Evaluate(converted, state);
                return Operate(conversion, operation, state, converted) ?? Label.None;
            case IUnaryOperation { OperatorMethod: { } unary, Operand: var operand }
                when policy.Contents.IsOurs(unary.ContainingAssembly):
                Evaluate(operand, state);
                return Operate(unary, operation, state, operand) ?? Label.None;
            case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation append }:
                Evaluate(append, state);
                return append.Arguments.Aggregate(Label.None, (all, one) =>
                    _labels.TryGetValue(one.Value, out var held) ? all.Join(Passed(one.Value, held, null)) : all);
            case IInterpolationOperation { Expression: var hole }:
                return Shown(hole, operation, state);

            case IDeconstructionAssignmentOperation deconstruction:
                return Deconstruct(deconstruction, state);
            case IAssignmentOperation assignment:
                return Assign(assignment, state);
            case IIncrementOrDecrementOperation increment:
                return Evaluate(increment.Target, state);

            case IReturnOperation { Kind: OperationKind.YieldReturn, ReturnedValue: { } yielded }:
                if (_functions.Peek() is { } iterator)
                {
                    var one = Whole(yielded, Evaluate(yielded, state));
                    _recorder.Return(iterator, yielded, one);
                    Yield(iterator, state);
                    _yielded[iterator] = _yielded.TryGetValue(iterator, out var others) ? one.Join(others) : one;
                }
                return Label.None;
            case IIsPatternOperation match:
                Match(match.Pattern, match.Value.Type, Evaluate(match.Value, state), state, match.Value);
                if (match.Pattern is IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol answer })
                    Remember(new(answer), answer.Type, match.Value, state);
                return Label.None;
            case IAwaitOperation { Operation: var awaited }:
                var come = Default(operation, state);
                Complete(awaited, state);
                return come;
            case IBinaryOperation binary:
                return Binary(binary, state);
            case IConversionOperation { Type.TypeKind: TypeKind.Dynamic, Operand: { Type.TypeKind: not TypeKind.Dynamic } known }:
                var loosened = Default(operation, state);
                _recorder.Edge(known, Whole(known, loosened));
                return loosened;
            case IDynamicInvocationOperation { Arguments: var given }:
                return Dynamic(operation, given, state);
            case IDynamicObjectCreationOperation { Arguments: var given }:
                return Dynamic(operation, given, state);
            case IDynamicIndexerAccessOperation { Arguments: var given }:
                return Dynamic(operation, given, state);
            default:
                return Default(operation, state);
        }
    }

    // What is called is chosen at run time; what it is given goes there.
    private Label Dynamic(IOperation operation, ImmutableArray<IOperation> given, FlowState state)
    {
        var label = Default(operation, state);
        foreach (var argument in given)
            if (argument.Type?.TypeKind != TypeKind.Dynamic && _labels.TryGetValue(argument, out var carried))
                _recorder.Edge(argument, Whole(argument, carried));
        return label;
    }

    // a + b + c + …: from the innermost outwards, and not by recursion, since such a text may have thousands of parts.
    private Label Binary(IBinaryOperation outermost, FlowState state)
    {
        var innermost = outermost;
        while (innermost.LeftOperand is IBinaryOperation inner)
            innermost = inner;

        var label = Evaluate(innermost.LeftOperand, state);
        for (var binary = innermost; ; binary = (IBinaryOperation)binary.Parent!)
        {
            label = Joined(binary, label, state);
            _labels[binary] = label;
            if (ReferenceEquals(binary, outermost))
                return label;
        }
    }

    private Label Joined(IBinaryOperation binary, Label left, FlowState state)
    {
        if (binary.OperatorMethod is { } own && policy.Contents.IsOurs(own.ContainingAssembly))
        {
            Evaluate(binary.RightOperand, state);
            return Operate(own, binary, state, binary.LeftOperand, binary.RightOperand) ?? Label.None;
        }
        var label = Passed(binary.LeftOperand, left, binary.Type).Join(Passed(binary.RightOperand, binary.Type, state));
        Compare(binary, state);
        // A number that is computed is another number; a text that is joined still holds its parts.
        return Compares(binary.OperatorKind) || !Carrying.CanCarry(binary.Type) ? Label.None : label;
    }

    // a == b on texts is a call of string's own operator.
    private void Compare(IBinaryOperation binary, FlowState state)
    {
        if (!policy.Sinks.HasCredentials
            || binary.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
            || binary.LeftOperand.Type is not { SpecialType: SpecialType.System_String } text
            || IsNull(binary.LeftOperand) || IsNull(binary.RightOperand))
            return;
        var name = binary.OperatorKind == BinaryOperatorKind.Equals
            ? WellKnownMemberNames.EqualityOperatorName
            : WellKnownMemberNames.InequalityOperatorName;
        foreach (var member in text.GetMembers(name))
            if (member is IMethodSymbol { Parameters.Length: 2 } compares)
            {
                Record(compares, compares.Parameters[0], binary.LeftOperand, _labels[binary.LeftOperand], state);
                Record(compares, compares.Parameters[1], binary.RightOperand, _labels[binary.RightOperand], state);
                return;
            }
    }

    // An object of ours is written as its own ToString says.
    private Label Shown(IOperation hole, IOperation interpolation, FlowState state)
    {
        var label = Evaluate(hole, state);
        if (hole.Type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } type
            && policy.Contents.IsOurs(type.ContainingAssembly)
            && type.GetMembers(nameof(ToString)).OfType<IMethodSymbol>().FirstOrDefault(one => one.Parameters.IsEmpty) is { } shown
            && Summarised(shown, interpolation, new List<Passing>(), state) is { Returned: { IsEmpty: false } said })
            _labels[hole] = label = label.Join(said);
        return Passed(hole, label, interpolation.Parent?.Type);
    }

    // Conversions, interpolations, arrays, awaits, ranges, collection expressions: what is in them comes out of them.
    private Label Default(IOperation operation, FlowState state)
    {
        var label = Label.None;
        // Initialisers and holes have no type of their own: the array or the text around them has.
        var into = operation.Type ?? operation.Parent?.Type;
        foreach (var child in operation.ChildOperations)
            label = label.Join(Passed(child, into, state));
        return operation.Type is null || operation is IConversionOperation || Carrying.CanCarry(operation.Type)
            ? label
            : Label.None;
    }

    /// <summary>
    /// What an expression hands on into something of a type: what flowed into it, and where that type no longer says
    /// so (<c>object</c>, a text), what its own type carries.
    /// </summary>
    private Label Passed(IOperation operation, ITypeSymbol? into, FlowState state) =>
        Passed(operation, Evaluate(operation, state), into);

    private Label Passed(IOperation operation, Label label, ITypeSymbol? into)
    {
        var held = policy.Contents.ByForm(operation.Type);
        if (held.IsEmpty)
            return label;
        var passed = policy.Contents.Of(into).Covers(held.Personal) ? label : label.Join(held);
        return AsWritten(operation, passed, held);
    }

    /// <summary>
    /// All that an expression carries, seen from outside: what flowed into it, and what its type reaches.
    /// </summary>
    private Label Whole(IOperation operation, Label label)
    {
        var held = policy.Contents.ByForm(operation.Type);
        return AsWritten(operation, label.Join(held), held);
    }

    // What is written as JSON is written without what its type keeps back.
    private Label AsWritten(IOperation operation, Label label, Label held) =>
        label.IsImpersonal || held.IsEmpty
            ? label
            : label.Without(policy.Contents.KeptBack(operation.Type, policy.Json.Of(operation)));

    private Label Declared(ISymbol symbol) =>
        !policy.IsNone && policy.Names.Personal.Contains(symbol.Name) ? Label.Of(policy.Data.Of(symbol)) : Label.None;

    // A project under no policy answers for nothing: a declared part of what it is given is its caller's, as the whole is.
    private bool IsPartOfInput(IMemberReferenceOperation reference) =>
        policy.IsNone && !IsTarget(reference) && policy.Names.Personal.Contains(reference.Member.Name)
        && !policy.Data.Categories(reference.Member).IsEmpty;

    // What a caller hands into an undeclared parameter is known at the call: here it is a promise. Where the parameter's
    // declaration or its type says what it carries, this body itself answers for it.
    private Label Given(IParameterSymbol parameter)
    {
        var declared = Declared(parameter);
        if (!declared.IsEmpty || !Carrying.CanCarry(parameter.Type) || !policy.Contents.Of(parameter.Type).IsEmpty)
            return declared;
        return SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, owner) ? Label.Of(Inputs.Of(parameter.Ordinal))
            : owner is IMethodSymbol { ContainingType: var block } method && Passing.HasReceiver(method)
                && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, block)
                ? Label.Of(Inputs.Of(Passing.ReceiverOf(method)))
            : Label.None;
    }

    private Label Property(IPropertyReferenceOperation reference, FlowState state)
    {
        var property = reference.Property;
        var receiver = Evaluate(reference.Instance, state);
        foreach (var argument in reference.Arguments)
            Evaluate(argument.Value, state);
        if (IsPartOfInput(reference))
            return receiver;

        var declared = Declared(property);
        if (!declared.IsEmpty && !IsTarget(reference))
            Read(reference, declared, state);
        if (property.ContainingType.IsAnonymousType)
            return state.TryGet(new(property), out var inAnonymous) ? inAnonymous : default;

        // The heap is closed by declarations: an undeclared member of ours holds none, but one that computes may give some.
        if (declared.IsEmpty && property.GetMethod is { } getter && !IsTarget(reference)
            && policy.Contents.IsOurs(property.ContainingAssembly)
            && Summarised(getter, reference, reference.Arguments,
                [.. reference.Arguments.Select(one => _labels[one.Value])], state) is var (computed, proof))
        {
            Answers(reference, proof.Returned);
            return computed;
        }
        Take(reference, state);
        if (property.Name == "Result" && reference.Instance is { } task)
            Complete(task, state);
        if (!declared.IsEmpty || reference.Instance is null || policy.Contents.IsOurs(property.ContainingAssembly)
            || !Carrying.CanCarry(reference.Type))
            return declared;
        if (policy.Results.Of(property, policy.IsNone) is { } known)
            return known;
        var definition = property.OriginalDefinition;
        // Where a library's type is described, what is not named holds none; what flowed into the object may be anywhere in it.
        return policy.Contents.IsDescribed(definition.ContainingType) ? receiver
            : !Carrying.IsGeneric(definition.Type) ? Passed(reference.Instance, receiver, reference.Type)
            : Carrying.Reaches(definition.ContainingType, definition.Type) ? receiver
            : Label.None;
    }

    private Label Field(IFieldReferenceOperation reference, FlowState state)
    {
        var field = reference.Field;
        var receiver = Evaluate(reference.Instance, state);
        if (field.ContainingType is { IsTupleType: true } tuple)
            return ElementOf(reference.Instance, tuple, IndexOf(field), receiver, state);
        if (IsPartOfInput(reference))
            return receiver;

        var declared = Declared(field);
        if (!declared.IsEmpty && !IsTarget(reference))
            Read(reference, declared, state);
        return declared;
    }

    private void Read(IMemberReferenceOperation reference, Label declared, FlowState state) =>
        _recorder.Read(new(reference.Member, declared.Personal, reference.Syntax, state.Proved)
        {
            IsPresenceTest = IsPresenceTest(reference),
            IsCopy = IsCopy(reference, declared.Raw),
        });

    // customer.Email = form.Email, new Customer { Email = form.Email }, new CustomerView(customer.Email)
    private bool IsCopy(IOperation reference, TermSet categories)
    {
        var (value, parent) = (reference, reference.Parent);
        while (parent is IConversionOperation)
            (value, parent) = (parent, parent.Parent);
        ISymbol? target = parent switch
        {
            ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var member } } assignment
                when ReferenceEquals(assignment.Value, value) => member,
            IArgumentOperation { Parameter: { } parameter, Parent: IObjectCreationOperation } => parameter,
            _ => null,
        };
        return target is not null && policy.Terms(categories).All(category =>
            policy.Terms(policy.Data.Categories(target)).Any(category.IsWithin));
    }

    // Email != null, Email is null, string.IsNullOrEmpty(Email): whether there is one, and not which.
    private static bool IsPresenceTest(IOperation reference)
    {
        var parent = reference.Parent;
        while (parent is IConversionOperation)
            parent = parent.Parent;
        return parent switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary =>
                IsNull(binary.LeftOperand) || IsNull(binary.RightOperand),
            IIsPatternOperation { Pattern: var pattern } => IsPresence(pattern),
            IArgumentOperation
            {
                Parent: IInvocationOperation
                {
                    TargetMethod: { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace", ContainingType.SpecialType: SpecialType.System_String },
                },
            } => true,
            _ => false,
        };
    }

    private static bool IsPresence(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation { Value: var value } => IsNull(value),
        INegatedPatternOperation { Pattern: var negated } => IsPresence(negated),
        IRecursivePatternOperation
        {
            DeclaredSymbol: null, PropertySubpatterns.IsEmpty: true, DeconstructionSubpatterns.IsEmpty: true,
        } => true,
        _ => false,
    };

    private static bool IsNull(IOperation operation)
    {
        while (operation is IConversionOperation { Operand: var operand })
            operation = operand;
        return operation.ConstantValue is { HasValue: true, Value: null };
    }

    private Label Anonymous(IAnonymousObjectCreationOperation anonymous, FlowState state)
    {
        var all = Label.None;
        foreach (var initializer in anonymous.Initializers)
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment)
            {
                var label = Passed(assignment.Value, anonymous.Type, state);
                state.Add(new(target.Property), label);
                all = all.Join(label);
            }
        return all;
    }

    private Label Lambda(IFlowAnonymousFunctionOperation lambda, FlowState state) =>
        _graphs.Count > 0 && lambda.Symbol is { } function
            ? Enter(function, _graphs.Peek().GetAnonymousFunctionControlFlowGraph(lambda, cancel), state)
            : Label.None;

    private void Match(IPatternOperation pattern, ITypeSymbol? type, Label label, FlowState state, IOperation? value = null)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation { DeclaredSymbol: { } declared }:
                state.Set(new(declared), label);
                break;
            case IRecursivePatternOperation recursive:
                if (recursive.DeclaredSymbol is { } whole)
                    state.Set(new(whole), label);
                foreach (var part in recursive.PropertySubpatterns)
                    if (part.Member is IMemberReferenceOperation { Member: var member })
                    {
                        var held = Declared(member);
                        if (!held.IsEmpty)
                            _recorder.Read(new(member, held.Personal, part.Member.Syntax, state.Proved)
                            {
                                IsPresenceTest = IsPresence(part.Pattern),
                            });
                        var inherited = policy.Contents.IsOurs(member.ContainingAssembly) ? Label.None : label;
                        Match(part.Pattern, part.Member.Type, held.Join(inherited), state);
                    }
                for (var i = 0; i < recursive.DeconstructionSubpatterns.Length; i++)
                    Match(recursive.DeconstructionSubpatterns[i], null, type is INamedTypeSymbol { IsTupleType: true } tuple
                        ? ElementOf(value, tuple, i, label, state)
                        : label, state);
                break;
            case IListPatternOperation list:
                foreach (var part in list.Patterns)
                    Match(part, null, label, state);
                break;
            case ISlicePatternOperation { Pattern: { } slice }:
                Match(slice, type, label, state);
                break;
            case IBinaryPatternOperation binary:
                Match(binary.LeftPattern, type, label, state, value);
                Match(binary.RightPattern, type, label, state, value);
                break;
            case INegatedPatternOperation negated:
                Match(negated.Pattern, type, label, state);
                break;
        }
    }

    private static bool IsTarget(IMemberReferenceOperation reference) =>
        reference.Parent is ISimpleAssignmentOperation { Target: var target } && ReferenceEquals(target, reference);

    private static bool Compares(BinaryOperatorKind kind) => kind is BinaryOperatorKind.Equals
        or BinaryOperatorKind.NotEquals or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
        or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual
        or BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr;
}
