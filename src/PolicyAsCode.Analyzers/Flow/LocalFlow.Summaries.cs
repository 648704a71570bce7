using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyAsCode.Analyzers.Flow;

// What a call of a method of ours does, by the summaries of what it may run.
internal sealed partial class LocalFlow
{
    /// <summary>
    /// Plays a method's summary at a call: what it hands on and stores is recorded here, at the argument that it comes
    /// from. What it returns; null where nobody has a body of it.
    /// </summary>
    private (Label Returned, MethodProof Proof)? Summarised(
        IMethodSymbol method, IOperation call, ImmutableArray<IArgumentOperation> arguments,
        ImmutableArray<Label> labels, FlowState state)
    {
        var given = new Label[method.Parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
            if (arguments[i].Parameter is { } parameter)
                given[parameter.Ordinal] = given[parameter.Ordinal]
                    .Join(Passed(arguments[i].Value, labels[i], parameter.Type));

        Label? returned = null;
        MethodProof? proof = null;
        var carries = given.Any(label => !label.IsEmpty);
        foreach (var target in policy.Targets.Of(method))
            if (carries || Matters(Called(target)) || policy.Referenced.Has(target.ContainingAssembly))
            {
                if (solver.SummaryOf(target) is { } summary)
                    Take(summary);
            }
            else if (target.DeclaringSyntaxReferences.Length > 0 && !target.IsAbstract)
            {
                returned ??= Label.None; // by its names it can neither read personal data nor be given any
                proof = MethodProof.None;
            }
        foreach (var implemented in policy.Referenced.Implementations(method))
            Take(implemented);
        return returned is { } label ? (label, proof ?? MethodProof.None) : null;

        void Take(MethodSummary summary)
        {
            Play(summary, arguments, given, state);
            _recorder.Use(call, summary, state.Proved);
            _recorder.Serve(call, summary);
            returned = (returned ?? Label.None).Join(summary.Returned.At(given));
            proof = proof?.Either(summary.Proof) ?? summary.Proof;
        }
    }

    // The name by which an index of names knows a method.
    private static string Called(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name
        : method.AssociatedSymbol?.Name ?? method.Name;

    // By its name it may read personal data, or prove something.
    private bool Matters(string name) => policy.Names.Reaching.Contains(name) || policy.Names.Proving.Contains(name);

    // A method that is handed on by its name runs for whoever hands it on, with what was proved by then.
    private Label Handled(IMethodSymbol method, IMethodReferenceOperation reference, FlowState state)
    {
        Evaluate(reference.Instance, state);
        if (policy.Contents.IsOurs(method.ContainingAssembly))
        {
            foreach (var target in policy.Targets.Of(method))
                if ((Matters(target.Name) || policy.Referenced.Knows(target)) && solver.SummaryOf(target) is { } summary)
                    _recorder.Use(reference, summary, state.Proved);
            foreach (var implemented in policy.Referenced.Implementations(method))
                _recorder.Use(reference, implemented, state.Proved);
        }
        return Label.None;
    }

    private void Play(
        MethodSummary summary, ImmutableArray<IArgumentOperation> arguments, Label[] given, FlowState state)
    {
        foreach (var passage in summary.Passages)
            foreach (var (part, label) in Reaching(passage.From, arguments))
                _recorder.Hand(passage.Method, passage.Parameter, part, label, state.Proved,
                    passage.Far?.Leaves ?? policy.Sinks.Leaves(passage.Method, passage.Parameter), passage);
        foreach (var deposit in summary.Deposits)
            foreach (var (part, label) in Reaching(deposit.From, arguments))
                _recorder.Store(deposit.Member, part, label, deposit);
        foreach (var argument in arguments)
            if (argument.Parameter is { RefKind: RefKind.Out or RefKind.Ref, Ordinal: var ordinal }
                && ordinal < summary.Outs.Length)
                PutInto(argument.Value, summary.Outs[ordinal].At(given), state);
    }

    // The parts of the arguments that a summary says go on, each with what it carries in the form in which it arrives.
    private IEnumerable<(IOperation Part, Label Label)> Reaching(Inputs from, ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
            if (argument.Parameter is { Ordinal: var ordinal } && from.Takes(ordinal))
                foreach (var part in Parts(argument.Value))
                    if (_labels.TryGetValue(part, out var label))
                        yield return (part, from.Of(ordinal, Whole(part, label)));
    }
}
