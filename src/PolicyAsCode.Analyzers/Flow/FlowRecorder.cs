using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>Collects what a walk sees, once a place, however often a loop or a lambda is walked.</summary>
internal sealed class FlowRecorder
{
    private readonly Dictionary<(SyntaxNode, ISymbol?, ISymbol?, object?), object> _seen = [];
    private readonly Dictionary<(SyntaxNode, (ISymbol, bool, bool, string)), Called> _uses = [];
    private readonly Dictionary<(SyntaxNode, ISymbol, ISymbol?, FarSink?), Served> _served = [];

    // Proved is what was proved whenever it was walked: at first more than in the end, since what is proved shrinks.
    internal void Read(MemberRead read)
    {
        var key = (read.Syntax, read.Member, (ISymbol?)null, (object?)null);
        _seen[key] = _seen.TryGetValue(key, out var seen) && seen is MemberRead known
            ? read with { Proved = read.Proved.Intersect(known.Proved) }
            : read;
    }

    internal void Use(IOperation call, MethodSummary summary, TermSet proved)
    {
        foreach (var use in summary.UsesAt(call))
        {
            var here = use.After(proved);
            var key = (call.Syntax, use.Key);
            _uses[key] = new(_uses.TryGetValue(key, out var known) ? known.Use.Or(here) : here, call.Syntax);
        }
    }

    internal void Serve(IOperation call, MethodSummary summary)
    {
        foreach (var handed in summary.DisclosedAt(call))
        {
            var key = (call.Syntax, handed.Method, handed.Parameter, handed.Far);
            if (!_served.TryGetValue(key, out var known) || !IsShorter(known.Handed.Path, handed.Path))
                _served[key] = new(handed, call.Syntax);
        }
    }

    internal void Store(ISymbol member, IOperation value, Label label, Deposit? through = null)
    {
        if (label.IsEmpty)
            return;
        var key = (value.Syntax, (ISymbol?)member, (ISymbol?)member, (object?)through?.FarName);
        var store = through is null
            ? new MemberStore(member, value, label)
            : new(member, value, label) { Site = through.Site, Path = through.Path, FarName = through.FarName };
        _seen[key] = _seen.TryGetValue(key, out var seen) && seen is MemberStore known
            ? (IsShorter(known.Path, store.Path) ? known : store) with { Label = label.Join(known.Label) }
            : store;
    }

    internal void Hand(
        IMethodSymbol method, IParameterSymbol? parameter, IOperation value, Label label, TermSet proved, bool leaves,
        Passage? through = null)
    {
        if (label.IsEmpty)
            return;
        var key = (value.Syntax, (ISymbol?)method, (ISymbol?)parameter, (object?)through?.Far);
        var handed = new Handed(method, parameter, value, label) { Proved = proved, Leaves = leaves, Far = through?.Far };
        if (through is not null)
            handed = handed with { Site = through.Site, Path = through.Path };
        if (_seen.TryGetValue(key, out var seen) && seen is Handed known)
            handed = (IsShorter(known.Path, handed.Path) ? known : handed) with
            {
                Label = label.Join(known.Label), Proved = proved.Intersect(known.Proved), Leaves = leaves,
            };
        _seen[key] = handed;
    }

    internal void Edge(IOperation value, Label label)
    {
        if (!label.IsImpersonal)
            Add((value.Syntax, null, null, null), label, joined => new Edge(value, joined), (Edge known) => known.Label);
    }

    internal void Return(IMethodSymbol function, IOperation value, Label label)
    {
        if (!label.IsEmpty)
            Add((value.Syntax, null, function, null), label, joined => new Returned(function, value, joined),
                (Returned known) => known.Label);
    }

    internal BodyFlow ToFlow(
        ISymbol owner, IOperation body, ImmutableArray<Term> purposes, bool answersItself, ImmutableArray<Label> outs,
        ImmutableArray<Label> parts, Label thrown, MethodProof proof) => new()
    {
        Owner = owner,
        Body = body,
        Purposes = purposes,
        AnswersItself = answersItself,
        Reads = All<MemberRead>(one => one.Syntax),
        Stores = All<MemberStore>(one => one.Value.Syntax),
        Handed = All<Handed>(one => one.Value.Syntax),
        Returned = All<Returned>(one => one.Value.Syntax),
        Edges = All<Edge>(one => one.Value.Syntax),
        Uses = [.. _uses.Values.OrderBy(one => one.Syntax.SpanStart)],
        Served = [.. _served.Values.OrderBy(one => one.Syntax.SpanStart)],
        Outs = outs,
        ReturnedParts = parts,
        Thrown = thrown,
        Proof = proof,
    };

    // Several methods may run at one call: of the ways to the same place the shortest is told, whichever was walked first.
    private static bool IsShorter(CallPath? one, CallPath? other) => (one?.Length ?? 0) < (other?.Length ?? 0);

    private void Add<TSeen>(
        (SyntaxNode, ISymbol?, ISymbol?, object?) key, Label label, Func<Label, TSeen> make, Func<TSeen, Label> labelOf)
        where TSeen : class =>
        _seen[key] = make(
            _seen.TryGetValue(key, out var known) && known is TSeen same ? label.Join(labelOf(same)) : label);

    private ImmutableArray<TSeen> All<TSeen>(Func<TSeen, SyntaxNode> at) =>
        [.. _seen.Values.OfType<TSeen>().OrderBy(one => at(one).SpanStart)];
}
