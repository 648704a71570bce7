using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PolicyAsCode.Analyzers.Facts;

namespace PolicyAsCode.Analyzers.Flow;

// What a call of a method of ours does, by the summaries of what it may run.
internal sealed partial class LocalFlow
{
    private (Label Returned, MethodProof Proof)? Summarised(
        IMethodSymbol method, IOperation call, ImmutableArray<IArgumentOperation> arguments,
        ImmutableArray<Label> labels, FlowState state)
    {
        var passings = new List<Passing>(arguments.Length + 1);
        for (var i = 0; i < arguments.Length; i++)
            if (arguments[i].Parameter is { } parameter)
                passings.Add(Passing.To(parameter, arguments[i].Value, labels[i]));
        if (Passing.HasReceiver(method) && Receiver(call) is { } receiver && _labels.TryGetValue(receiver, out var held))
            passings.Add(new(Passing.ReceiverOf(method), receiver, held, null));
        return Summarised(method, call, passings, state);
    }

    private static IOperation? Receiver(IOperation call) => call switch
    {
        IInvocationOperation { Instance: var instance } => instance,
        IMemberReferenceOperation { Instance: var instance } => instance,
        _ => null,
    };

    /// <summary>
    /// Plays a method's summary at a call: what it hands on and stores is recorded here, at what it comes from. What it
    /// returns; null where nobody has a body of it.
    /// </summary>
    private (Label Returned, MethodProof Proof)? Summarised(
        IMethodSymbol method, IOperation call, List<Passing> passings, FlowState state)
    {
        var given = new Label[Passing.ReceiverOf(method) + 1];
        foreach (var passing in passings)
            given[passing.Ordinal] = given[passing.Ordinal].Join(Passed(passing.Value, passing.Label, passing.Type));

        Label? returned = null;
        MethodProof? proof = null;
        var carries = given.Any(label => !label.IsEmpty);
        foreach (var target in policy.Targets.Of(method))
            if (carries || policy.Referenced.Has(target.ContainingAssembly)
                || (target.MethodKind == MethodKind.AnonymousFunction || policy.Names.Matters(NameIndex.Called(target)))
                && !IsQuiet(target))
            {
                if (solver.SummaryOf(target) is { } summary)
                    Take(summary);
            }
            else if (target.DeclaringSyntaxReferences.Length > 0 && !target.IsAbstract)
            {
                returned ??= Label.None; // it can neither read personal data nor is it given any
                proof = MethodProof.None;
                if (Returned(target.ReturnType) is INamedTypeSymbol { IsTupleType: true } tuple && solver.HasBody(target)
                    && !_parts.ContainsKey(call))
                    _parts[call] = [.. tuple.TupleElements.Select(_ => Label.None)];
            }
        foreach (var implemented in policy.Referenced.Implementations(method))
            Take(implemented);
        return returned is { } label ? (label, proof ?? MethodProof.None) : null;

        void Take(MethodSummary summary)
        {
            Play(summary, passings, given, state);
            Spread(call, summary, given);
            Throw(summary.Thrown.At(given));
            _recorder.Use(call, summary, state.Proved);
            _recorder.Serve(call, summary);
            returned = (returned ?? Label.None).Join(summary.Returned.At(given));
            proof = proof?.Either(summary.Proof) ?? summary.Proof;
        }
    }

    // What may prove a gate is asked whatever it does with data.
    private bool IsQuiet(IMethodSymbol method) =>
        !policy.Names.Proving.Contains(NameIndex.Called(method)) && !policy.Names.Proving.Contains(method.Name)
        && solver.HasBody(method) && solver.IsSilent(method);

    // A method that is handed on by its name runs for whoever hands it on, with what was proved by then.
    private Label Handled(IMethodSymbol method, IMethodReferenceOperation reference, FlowState state)
    {
        Evaluate(reference.Instance, state);
        var returned = Label.None;
        if (policy.Contents.IsOurs(method.ContainingAssembly))
        {
            foreach (var target in policy.Targets.Of(method))
                if ((policy.Names.Matters(target.Name) && !IsQuiet(target) || policy.Referenced.Knows(target)) && solver.SummaryOf(target) is { } summary)
                {
                    _recorder.Use(reference, summary, state.Proved);
                    returned = returned.Join(summary.Returned with { From = default });
                }
            foreach (var implemented in policy.Referenced.Implementations(method))
                _recorder.Use(reference, implemented, state.Proved);
        }
        return returned;
    }

    private void Play(MethodSummary summary, List<Passing> passings, Label[] given, FlowState state)
    {
        foreach (var passage in summary.Passages)
            foreach (var (part, label) in Reaching(passage.From, passings))
                _recorder.Hand(passage.Method, passage.Parameter, part, label, state.Proved,
                    passage.Far?.Leaves ?? policy.Sinks.Leaves(passage.Method, passage.Parameter), passage);
        foreach (var deposit in summary.Deposits)
            foreach (var (part, label) in Reaching(deposit.From, passings))
                _recorder.Store(deposit.Member, part, label, deposit);
        foreach (var passing in passings)
            if (passing.Ordinal < summary.Outs.Length && summary.Outs[passing.Ordinal].At(given) is { IsEmpty: false } left)
                PutInto(passing.Value, left, state);
    }

    // The parts of what is passed that a summary says go on, each with what it carries in the form in which it arrives.
    private IEnumerable<(IOperation Part, Label Label)> Reaching(Inputs from, List<Passing> passings)
    {
        foreach (var passing in passings)
            if (from.Takes(passing.Ordinal))
                foreach (var part in Parts(passing.Value))
                    if (_labels.TryGetValue(part, out var label))
                        yield return (part, from.Of(passing.Ordinal, Whole(part, label)));
    }

    /// <summary>What an operator or a conversion of ours makes of its operands; null for those of the language.</summary>
    private Label? Operate(IMethodSymbol? method, IOperation operation, FlowState state, params IOperation?[] operands)
    {
        if (method is null || !policy.Contents.IsOurs(method.ContainingAssembly))
            return null;
        var passings = new List<Passing>(operands.Length);
        for (var i = 0; i < operands.Length && i < method.Parameters.Length; i++)
            if (operands[i] is { } operand)
                passings.Add(Passing.To(method.Parameters[i], operand, _labels.TryGetValue(operand, out var label) ? label : default));
        var summarised = Summarised(method, operation, passings, state);
        if (policy.Anonymisers.Of(method) is { } form)
            return passings.Aggregate(Label.None, (all, one) => all.Join(one.Label)).AtLeast(form);
        var declared = Declared(method);
        return !declared.IsEmpty ? declared : summarised?.Returned ?? Label.None;
    }
}
