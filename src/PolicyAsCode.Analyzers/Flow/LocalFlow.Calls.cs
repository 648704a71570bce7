using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Flow;

// What a call does to what it is given.
internal sealed partial class LocalFlow
{
    private readonly Dictionary<ISymbol, HashSet<IMethodSymbol>> _delegates = new(SymbolEqualityComparer.Default);

    private Label Call(IInvocationOperation call, FlowState state)
    {
        var method = call.TargetMethod;
        // A method of the own base class is called on `this`, which is no data that is handed over.
        var receiver = call.Instance is IInstanceReferenceOperation ? Label.None : Evaluate(call.Instance, state);
        var library = !policy.Contents.IsOurs(method.ContainingAssembly)
            || method.MethodKind == MethodKind.DelegateInvoke;
        var arguments = Arguments(method, call.Arguments, receiver, state);
        foreach (var argument in call.Arguments)
            Hand(method, argument, state);
        if (call.Instance is { } instance and not IInstanceReferenceOperation)
            Record(method, null, instance, Whole(instance, receiver), state);

        if (method.MethodKind == MethodKind.LocalFunction)
            return LocalFunction(call, arguments, state);
        var summarised = library ? null : Summarised(method, call, call.Arguments, arguments, state);
        Prove(call, summarised?.Proof, state);
        if (library && policy.PasswordHashers.Is(method))
            return Hashed(method, call.Arguments, arguments);
        // An object of ours holds what its type declares; of anything else, all that went in may be in it.
        if (policy.Anonymisers.Of(method) is { } form)
            return (policy.Contents.ByForm(call.Type) is { IsEmpty: false } held ? held : Together(call, receiver, arguments))
                .AtLeast(form);

        var declared = Declared(method);
        if (!declared.IsEmpty)
            return declared;
        if (summarised is { Returned: var returned })
            return returned;
        if (method.MethodKind == MethodKind.DelegateInvoke)
            Invoke(call, arguments, state);
        if (library)
        {
            Put(call, receiver, arguments, state);
            return Through(call, receiver, arguments);
        }

        // A method of ours without a body here is known by its declarations; one that makes text of what it gets, by that.
        return call.Type?.SpecialType == SpecialType.System_String ? Together(call, Label.None, arguments) : Label.None;
    }

    /// <summary>What each argument carries; lambdas last, since their parameters take what the others carry.</summary>
    private ImmutableArray<Label> Arguments(
        IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, Label receiver, FlowState state)
    {
        var labels = new Label[arguments.Length];
        var offered = receiver;
        for (var i = 0; i < arguments.Length; i++)
            if (Function(arguments[i].Value) is null)
            {
                labels[i] = Evaluate(arguments[i].Value, state);
                offered = offered.Join(labels[i]);
            }

        for (var i = 0; i < arguments.Length; i++)
            if (Function(arguments[i].Value) is { } function && !ModelBuilding.IsNaming(method, arguments[i].Parameter))
            {
                foreach (var parameter in function.Symbol.Parameters)
                {
                    var given = Carrying.CanCarry(parameter.Type) ? offered : Label.None;
                    state.Add(new(parameter), given.Join(Declared(parameter)));
                }
                labels[i] = Evaluate(arguments[i].Value, state);
            }
        return ImmutableArray.Create(labels);
    }

    private static IFlowAnonymousFunctionOperation? Function(IOperation value) => value switch
    {
        IFlowAnonymousFunctionOperation function => function,
        IDelegateCreationOperation { Target: var target } => Function(target),
        IConversionOperation { Operand: var operand } => Function(operand),
        _ => null,
    };

    private Label LocalFunction(IInvocationOperation call, ImmutableArray<Label> labels, FlowState state)
    {
        var (method, arguments) = (call.TargetMethod, call.Arguments);
        for (var i = 0; i < arguments.Length; i++)
            if (arguments[i].Parameter is { } parameter)
                state.Add(new(parameter.OriginalDefinition), labels[i].Join(Declared(parameter)));
        if (policy.Anonymisers.Of(method) is { } form)
            return All(labels).AtLeast(form);
        var function = method.OriginalDefinition;
        var isWalked = _walking.Contains(function) || !_holders.ContainsKey(function);
        var returned = Declared(method).Join(Enter(function, state));
        Prove(call, isWalked ? null : ProofOf(function), state);
        foreach (var argument in arguments)
            if (argument is { Parameter: { RefKind: RefKind.Out or RefKind.Ref } given }
                && state.TryGet(new(given.OriginalDefinition), out var left))
                PutInto(argument.Value, left, state);
        return returned;
    }

    // A delegate that a local holds: what it is given goes to what the local was assigned.
    private void Invoke(IInvocationOperation call, ImmutableArray<Label> labels, FlowState state)
    {
        var held = call.Instance;
        while (held is IFlowCaptureReferenceOperation { Id: var id } && _captured.TryGetValue(id, out var captured))
            held = captured;
        if (held is not ILocalReferenceOperation { Local: var local } || !_delegates.TryGetValue(local, out var functions))
            return;
        foreach (var function in functions)
            if (function.MethodKind is MethodKind.AnonymousFunction or MethodKind.LocalFunction)
                for (var i = 0; i < Math.Min(labels.Length, function.Parameters.Length); i++)
                    state.Add(new(function.Parameters[i].OriginalDefinition), labels[i]);
            else if (policy.Contents.IsOurs(function.ContainingAssembly) && function.Parameters.Length == labels.Length)
                Summarised(function, call, call.Arguments, labels, state);
    }

    /// <summary>Remembers which functions a local may hold.</summary>
    private void Hold(ILocalSymbol local, IOperation value)
    {
        var function = Function(value)?.Symbol ?? MethodOf(value);
        if (function is null)
            return;
        if (!_delegates.TryGetValue(local, out var functions))
            _delegates.Add(local, functions = new(SymbolEqualityComparer.Default));
        functions.Add(function);
    }

    private static IMethodSymbol? MethodOf(IOperation value) => value switch
    {
        IMethodReferenceOperation { Method: var method } => method,
        IDelegateCreationOperation { Target: var target } => MethodOf(target),
        IConversionOperation { Operand: var operand } => MethodOf(operand),
        _ => null,
    };

    // Only the password is in the hash, and of that nothing in the clear.
    private Label Hashed(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, ImmutableArray<Label> labels)
    {
        var hashed = Label.None;
        for (var i = 0; i < labels.Length; i++)
            if (policy.PasswordHashers.Hashes(method, arguments[i].Parameter?.OriginalDefinition))
                hashed = hashed.Join(labels[i]);
        return hashed.AtLeast(Form.Pseudonymised);
    }

    private Label Create(IObjectCreationOperation creation, FlowState state)
    {
        if (creation.Constructor is not { } constructor)
            return Default(creation, state);
        var library = !policy.Contents.IsOurs(constructor.ContainingAssembly);
        if (!library && policy.Records.Wait(constructor.ContainingType))
            _recorder.Read(new(constructor, TermSet.Empty, creation.Syntax, state.Proved));
        var labels = Arguments(constructor, creation.Arguments, Label.None, state);
        for (var i = 0; i < labels.Length; i++)
        {
            Hand(constructor, creation.Arguments[i], state);
            if (!library && Written(constructor, creation.Arguments[i].Parameter) is { } member)
                Store(member, creation.Arguments[i].Value, Whole(creation.Arguments[i].Value, labels[i]));
            labels = labels.SetItem(i, Passed(creation.Arguments[i].Value, labels[i], creation.Type));
        }
        if (!library)
            Summarised(constructor, creation, creation.Arguments, labels, state);
        var initialized = Evaluate(creation.Initializer, state);
        if (library && policy.PasswordHashers.Is(constructor))
            return Hashed(constructor, creation.Arguments, labels);
        return library ? All(labels).Join(initialized) : Label.None;
    }

    // A record's parameter is a property; a class whose constructor takes a property's name writes that property.
    private ISymbol? Written(IMethodSymbol constructor, IParameterSymbol? parameter)
    {
        if (parameter is null || !policy.Data.Categories(parameter).IsEmpty)
            return null;
        foreach (var member in constructor.ContainingType.GetMembers())
            if (member is IPropertySymbol { IsStatic: false } property
                && property.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase)
                && SymbolEqualityComparer.Default.Equals(property.Type, parameter.Type))
                return property;
        return null;
    }

    /// <summary>What comes out of a library's method, judged by its signature.</summary>
    private Label Through(IInvocationOperation call, Label receiver, ImmutableArray<Label> labels)
    {
        if (!Carrying.CanCarry(call.Type))
            return Label.None;
        var definition = call.TargetMethod.OriginalDefinition;
        if (call.TargetMethod.MethodKind == MethodKind.DelegateInvoke || !Carrying.IsGeneric(definition.ReturnType))
            return Together(call, receiver, labels);

        var label = Carrying.Reaches(definition.ContainingType, definition.ReturnType) ? receiver : Label.None;
        for (var i = 0; i < labels.Length; i++)
            if (call.Arguments[i].Parameter?.OriginalDefinition is { } parameter
                && Carrying.Reaches(parameter.Type, definition.ReturnType))
                label = label.Join(Passed(call.Arguments[i].Value, labels[i], call.Type));
        return label;
    }

    /// <summary>Everything that goes in, where a result can hold any of it.</summary>
    private Label Together(IInvocationOperation call, Label receiver, ImmutableArray<Label> labels)
    {
        var all = call.Instance is { } instance and not IInstanceReferenceOperation
            && call.TargetMethod.MethodKind != MethodKind.DelegateInvoke
                ? Passed(instance, receiver, call.Type)
                : receiver;
        for (var i = 0; i < labels.Length; i++)
            all = all.Join(Passed(call.Arguments[i].Value, labels[i], call.Type));
        return all;
    }

    /// <summary>Collections, builders and writers keep what they are given, and <c>out</c> arguments get it.</summary>
    private void Put(IInvocationOperation call, Label receiver, ImmutableArray<Label> arguments, FlowState state)
    {
        var given = Label.None;
        for (var i = 0; i < arguments.Length; i++)
            given = given.Join(Passed(call.Arguments[i].Value, arguments[i], call.Instance?.Type));
        if (call.Instance is { } keeper && !given.IsEmpty && Keeps(call.TargetMethod.ContainingType))
            PutInto(keeper, given, state);
        var source = given.Join(receiver);
        foreach (var argument in call.Arguments)
            if (argument.Parameter is { RefKind: RefKind.Out or RefKind.Ref, Type: var type }
                && Carrying.CanCarry(type))
                PutInto(argument.Value, source, state);
    }

    private static bool Keeps(INamedTypeSymbol type) => type.ContainingNamespace?.Name is "Text" or "IO"
        or "Generic" or "Immutable" or "Concurrent" or "ObjectModel" or "Collections" or "Mail" or "MimeKit";

    private void Hand(IMethodSymbol method, IArgumentOperation argument, FlowState state)
    {
        if (argument is { Parameter.RefKind: RefKind.Out or RefKind.Ref, Value: var given })
            Forget(given, state);
        foreach (var part in Parts(argument.Value))
            if (_labels.TryGetValue(part, out var label))
                Record(method, argument.Parameter, part, Whole(part, label), state);
    }

    // builder.Query = text hands the text to a method as well.
    private void HandToSetter(ISymbol member, IOperation value, FlowState state)
    {
        if (member is IPropertySymbol { SetMethod: { Parameters: { IsEmpty: false } parameters } setter })
            foreach (var part in Parts(value))
                if (_labels.TryGetValue(part, out var label))
                    Record(setter, parameters[parameters.Length - 1], part, Whole(part, label), state);
    }

    // What a caller may have handed in matters to callers only where it goes on to something that rules ask about.
    private void Record(IMethodSymbol method, IParameterSymbol? parameter, IOperation value, Label label, FlowState state)
    {
        if (!label.IsEmpty)
            _recorder.Hand(
                method, parameter, value,
                label.From.IsEmpty || policy.Sinks.Concerns(method, parameter)
                    || policy.Transfers.Of(method, parameter) != RecipientAction.Share ? label : label with { From = default },
                state.Proved, policy.Sinks.Leaves(method, parameter));
    }

    // The finding belongs to the hole of the interpolation, to the element of the list.
    private static IEnumerable<IOperation> Parts(IOperation value) => value switch
    {
        IConversionOperation { Operand: var operand } => Parts(operand),
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues.SelectMany(Parts),
        ICollectionExpressionOperation collection => collection.Elements.SelectMany(Parts),
        IInterpolatedStringOperation text =>
            text.Parts.OfType<IInterpolationOperation>().SelectMany(hole => Parts(hole.Expression)),
        IFlowAnonymousFunctionOperation or IDelegateCreationOperation => [],
        _ => [value],
    };

    private static Label All(ImmutableArray<Label> labels)
    {
        var all = Label.None;
        foreach (var label in labels)
            all = all.Join(label);
        return all;
    }
}
