using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Flow;

// What a call does to what it is given.
internal sealed partial class LocalFlow
{
    private readonly Dictionary<ISymbol, HashSet<IMethodSymbol>> _delegates = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> _elsewhere = new(SymbolEqualityComparer.Default);

    private Label Call(IInvocationOperation call, FlowState state)
    {
        var method = call.TargetMethod;
        // A method of the own base class is called on `this`, which is no data that is handed over.
        var receiver = call.Instance is IInstanceReferenceOperation ? Label.None : Evaluate(call.Instance, state);
        var library = !policy.Contents.IsOurs(method.ContainingAssembly)
            || method.MethodKind == MethodKind.DelegateInvoke;
        var arguments = Arguments(method, call.Arguments, call, receiver, state);
        foreach (var argument in call.Arguments)
            Hand(method, argument, state);
        if (call.Instance is { } instance and not IInstanceReferenceOperation)
            Record(method, null, instance, Whole(instance, receiver), state);

        if (method.MethodKind == MethodKind.LocalFunction)
            return LocalFunction(call, arguments, state);
        var summarised = library ? null : Summarised(method, call, call.Arguments, arguments, state);
        Prove(call, summarised?.Proof, state);
        Change(call, state);
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
        if (method.MethodKind == MethodKind.DelegateInvoke && Invoke(call, arguments, state) is { } answer)
            return answer;
        if (library)
        {
            Put(call, receiver, arguments, state);
            return policy.Results.Of(method, policy.IsNone) ?? Through(call, receiver, arguments);
        }

        // A method of ours without a body here is known by its declarations; one that makes text of what it gets, by that.
        return call.Type?.SpecialType == SpecialType.System_String ? Together(call, Label.None, arguments) : Label.None;
    }

    /// <summary>What each argument carries; lambdas last, since their parameters take what the others carry.</summary>
    private ImmutableArray<Label> Arguments(
        IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, IOperation call, Label receiver, FlowState state)
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
                labels[i] = Evaluate(arguments[i].Value, OnElements(call, state));
            }
        for (var i = 0; i < arguments.Length; i++)
            if (MethodOf(arguments[i].Value) is { MethodKind: not MethodKind.LocalFunction } handed)
                labels[i] = labels[i].Join(Given(handed, arguments, labels, call, receiver, state));
        return ImmutableArray.Create(labels);
    }

    // all.ForEach(Console.WriteLine): what the others carry goes into its parameters.
    private Label Given(
        IMethodSymbol handed, ImmutableArray<IArgumentOperation> arguments, Label[] labels, IOperation call, Label receiver,
        FlowState state)
    {
        var sources = new List<(IOperation Value, Label Label)>();
        if (Receiver(call) is { } instance and not IInstanceReferenceOperation)
            sources.Add((instance, receiver));
        for (var i = 0; i < arguments.Length; i++)
            if (MethodOf(arguments[i].Value) is null && Function(arguments[i].Value) is null)
                sources.Add((arguments[i].Value, labels[i]));

        var passings = new List<Passing>();
        foreach (var parameter in handed.Parameters)
            if (Carrying.CanCarry(parameter.Type))
                foreach (var (value, label) in sources)
                    if (!label.IsEmpty && policy.Contents.Of(parameter.Type).IsEmpty)
                        passings.Add(new(parameter.Ordinal, value, label, parameter.Type));
        if (passings.Count == 0)
            return Label.None;
        if (policy.Contents.IsOurs(handed.ContainingAssembly))
            return policy.Anonymisers.Of(handed) is null ? Summarised(handed, call, passings, state)?.Returned ?? Label.None : Label.None;
        foreach (var passing in passings)
            foreach (var part in Parts(passing.Value))
                if (_labels.TryGetValue(part, out var held))
                    Record(handed, handed.Parameters[passing.Ordinal], part, held, state);
        return Carrying.CanCarry(handed.ReturnType) ? All([.. passings.Select(passing => passing.Label)]) : Label.None;
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
        var function = method.OriginalDefinition;
        if (policy.Anonymisers.Of(method) is { } form)
            return All(labels).AtLeast(form);
        // One that uses nothing of what is around it does the same for the same arguments, and is told apart by call.
        var summary = _steady.IsClosed(function) ? solver.SummaryOf(function) : null;
        for (var i = 0; i < arguments.Length; i++)
            if (arguments[i].Parameter is { } parameter)
                state.Add(new(parameter.OriginalDefinition),
                    (summary is null ? labels[i] : Label.None).Join(Declared(parameter)));
        var isWalked = _walking.Contains(function) || !_holders.ContainsKey(function);
        var returned = Declared(method).Join(Enter(function, state));
        Prove(call, isWalked ? null : ProofOf(function), state);
        if (summary is not null)
            return Declared(method).Join(Play(summary, function, call, arguments, labels, state));
        foreach (var argument in arguments)
            if (argument.Parameter?.OriginalDefinition is { } given)
                if (given.RefKind is RefKind.Out or RefKind.Ref ? state.TryGet(new(given), out var left)
                    : _filled.TryGetValue(given, out left))
                    PutInto(argument.Value, left, state);
        return returned;
    }

    private Label Play(
        MethodSummary summary, IMethodSymbol function, IOperation call, ImmutableArray<IArgumentOperation> arguments,
        ImmutableArray<Label> labels, FlowState state)
    {
        var passings = new List<Passing>(arguments.Length);
        var given = new Label[Passing.ReceiverOf(function) + 1];
        for (var i = 0; i < arguments.Length; i++)
            if (arguments[i].Parameter is { } parameter && parameter.Ordinal < given.Length)
            {
                passings.Add(Passing.To(parameter, arguments[i].Value, labels[i]));
                given[parameter.Ordinal] = given[parameter.Ordinal]
                    .Join(Passed(arguments[i].Value, labels[i], parameter.OriginalDefinition.Type));
            }
        Play(summary, passings, given, state);
        Spread(call, summary, given);
        Throw(summary.Thrown.At(given));
        return summary.Returned.At(given);
    }

    // A delegate that a local or a member holds: what it is given goes to what was assigned. What it answers, where all
    // that it may run are known.
    private Label? Invoke(IInvocationOperation call, ImmutableArray<Label> labels, FlowState state)
    {
        // Where nothing goes in, what comes out matters where the name of the member says that anything may.
        var follows = labels.Any(label => !label.IsEmpty)
            || call.Instance is IFieldReferenceOperation { Field.Name: var held } && policy.Names.Reaching.Contains(held);
        var functions = FunctionsOf(call.Instance, follows).ToList();
        Label? answer = functions.Count == 0 ? null : Label.None;
        foreach (var function in functions)
            if (function.Parameters.Length != labels.Length)
                answer = null;
            else if (function.MethodKind is not (MethodKind.AnonymousFunction or MethodKind.LocalFunction)
                || _elsewhere.Contains(function))
                answer = policy.Contents.IsOurs(function.ContainingAssembly)
                    && policy.Anonymisers.Of(function) is null
                    && Summarised(function, call, Passings(function, call, labels), state) is { Returned: var returned }
                        ? answer?.Join(returned)
                        : null;
            else
            {
                for (var i = 0; i < labels.Length; i++)
                    state.Add(new(function.Parameters[i].OriginalDefinition), labels[i]);
                answer = _steady.IsClosed(function.OriginalDefinition) && solver.SummaryOf(function) is { } summary
                    ? answer?.Join(summary.Returned.At(labels))
                    : null;
            }
        return answer;
    }

    private static List<Passing> Passings(IMethodSymbol function, IInvocationOperation call, ImmutableArray<Label> labels) =>
        [.. labels.Select((label, i) => Passing.To(function.Parameters[i], call.Arguments[i].Value, label))];

    /// <summary>Remembers which functions a local may hold.</summary>
    private void Hold(ILocalSymbol local, IOperation value)
    {
        if (local.Type.TypeKind != TypeKind.Delegate)
            return;
        foreach (var function in FunctionsOf(value, followsMembers: true))
        {
            if (!_delegates.TryGetValue(local, out var functions))
                _delegates.Add(local, functions = new(SymbolEqualityComparer.Default));
            functions.Add(function);
        }
    }

    private IEnumerable<IMethodSymbol> FunctionsOf(IOperation? value, bool followsMembers)
    {
        switch (value)
        {
            case IConversionOperation { Operand: var operand }:
                return FunctionsOf(operand, followsMembers);
            case IDelegateCreationOperation { Target: var target }:
                return FunctionsOf(target, followsMembers);
            case IFlowAnonymousFunctionOperation { Symbol: var lambda }:
                return [lambda];
            case IMethodReferenceOperation { Method: var method }:
                return [method];
            case IFlowCaptureReferenceOperation { Id: var id } when _alternatives.TryGetValue(id, out var alternatives):
                return alternatives.SelectMany(one => FunctionsOf(one, followsMembers));
            case ILocalReferenceOperation { Local: var local }:
                return _delegates.TryGetValue(local, out var functions) ? functions : [];
            case IMemberReferenceOperation { Member: var member }
                when followsMembers && policy.Contents.IsOurs(member.ContainingAssembly):
                var held = policy.Flows.HeldBy(member, cancel);
                foreach (var function in held)
                    if (function.MethodKind == MethodKind.AnonymousFunction)
                        _elsewhere.Add(function);
                return held;
            default:
                return [];
        }
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
        var labels = Arguments(constructor, creation.Arguments, creation, Label.None, state);
        for (var i = 0; i < labels.Length; i++)
        {
            Hand(constructor, creation.Arguments[i], state);
            if (!library && (Written(constructor, creation.Arguments[i].Parameter)
                    ?? Captured(constructor, creation.Arguments[i].Parameter)) is { } member)
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

    // class Job(string to) { void Run() => … to … }: such a parameter is a field that nobody wrote down.
    private static ISymbol? Captured(IMethodSymbol constructor, IParameterSymbol? parameter)
    {
        if (parameter?.OriginalDefinition is not { } declared || constructor.DeclaringSyntaxReferences is not [var reference]
            || reference.GetSyntax() is not (ClassDeclarationSyntax or StructDeclarationSyntax))
            return null;
        foreach (var member in ((TypeDeclarationSyntax)reference.GetSyntax()).Members)
            if (member is BaseMethodDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax
                && (member as PropertyDeclarationSyntax)?.Initializer is null
                && member.DescendantNodes().Any(node =>
                    node is IdentifierNameSyntax { Identifier.ValueText: var name } && name == declared.Name
                    && node.Parent is not (MemberAccessExpressionSyntax { Expression: not IdentifierNameSyntax } or NameColonSyntax)))
                return declared;
        return null;
    }

    /// <summary>What comes out of a library's method, judged by its signature.</summary>
    private Label Through(IInvocationOperation call, Label receiver, ImmutableArray<Label> labels)
    {
        if (!Carrying.CanCarry(call.Type))
            return Label.None;
        var definition = call.TargetMethod.OriginalDefinition;
        // What a delegate that was handed in makes of its arguments, its caller has seen where it was made.
        if (call is { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: IParameterReferenceOperation { Parameter: var handed } }
            && SymbolEqualityComparer.Default.Equals(handed.ContainingSymbol, owner))
            return receiver;
        if (call.TargetMethod.MethodKind == MethodKind.DelegateInvoke || !Carrying.IsGeneric(definition.ReturnType))
            return Together(call, receiver, labels);

        // Deserialize<T>(text): what is made of T is made of whatever goes in.
        if (!Carrying.IsMentioned(definition))
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
        if (call.Instance is { } keeper && !given.IsEmpty && Carrying.Keeps(call.TargetMethod))
            PutInto(keeper, given, state);
        var source = given.Join(receiver);
        foreach (var argument in call.Arguments)
            if (argument.Parameter is { RefKind: RefKind.Out or RefKind.Ref, Type: var type }
                && Carrying.CanCarry(type))
                PutInto(argument.Value, Left(call, argument, receiver, arguments) ?? source, state);
    }

    // dictionary.TryGetValue(key, out value): a value comes out of what holds values, and not of the key. Null where the
    // types do not say.
    private Label? Left(
        IInvocationOperation call, IArgumentOperation left, Label receiver, ImmutableArray<Label> labels)
    {
        var definition = call.TargetMethod.OriginalDefinition;
        var type = definition.Parameters[left.Parameter!.Ordinal].Type;
        if (!Carrying.IsGeneric(type))
            return null;
        Label? from = Carrying.Reaches(definition.ContainingType, type) ? receiver : null;
        for (var i = 0; i < labels.Length; i++)
            if (call.Arguments[i] is { Parameter: { RefKind: not RefKind.Out, OriginalDefinition: var given } } one
                && Carrying.Reaches(given.Type, type))
                from = (from ?? Label.None).Join(Passed(one.Value, labels[i], left.Parameter.Type));
        return from;
    }

    private void Hand(IMethodSymbol method, IArgumentOperation argument, FlowState state)
    {
        if (argument is { Parameter.RefKind: RefKind.Out or RefKind.Ref, Value: var given })
        {
            Forget(given, state);
            // What was there is gone: an `out` parameter is written whatever happens.
            if (argument.Parameter.RefKind == RefKind.Out && given is ILocalReferenceOperation { Local: var overwritten })
                state.Set(new(overwritten), Label.None);
        }
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
        if (!label.IsEmpty && !KnownNulls.Has(value))
            _recorder.Hand(
                method, parameter, value,
                label.From.IsEmpty || policy.Sinks.Concerns(method, parameter)
                    || policy.Transfers.Of(method, parameter) != RecipientAction.Share ? label : label with { From = default },
                state.Proved, policy.Sinks.Leaves(method, parameter));
    }

    // The finding belongs to the hole of the interpolation, to the element of the list.
    private IEnumerable<IOperation> Parts(IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod: var own, Operand: var operand }
            when own is null || !policy.Contents.IsOurs(own.ContainingAssembly) => Parts(operand),
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
