using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>Collects what a walk sees, once a place, however often a loop or a lambda is walked.</summary>
internal sealed class FlowRecorder
{
    private readonly Dictionary<(SyntaxNode, ISymbol?, ISymbol?), object> _seen = [];
    private readonly Dictionary<(SyntaxNode, ISymbol), Called> _uses = [];

    internal void Read(ISymbol member, TermSet categories, SyntaxNode syntax) =>
        _seen[(syntax, member, null)] = new MemberRead(member, categories, syntax);

    internal void Use(SyntaxNode call, MethodSummary summary)
    {
        foreach (var use in summary.Uses)
            _uses[(call, use.Read.Member)] = new(use, call);
    }

    internal void Store(ISymbol member, IOperation value, Label label, Deposit? through = null)
    {
        if (!label.IsEmpty)
            Add((value.Syntax, member, member), label, joined => through is null
                    ? new MemberStore(member, value, joined)
                    : new(member, value, joined) { Site = through.Site, Path = through.Path },
                (MemberStore known) => known.Label);
    }

    internal void Hand(
        IMethodSymbol method, IParameterSymbol? parameter, IOperation value, Label label, Passage? through = null)
    {
        if (!label.IsEmpty)
            Add((value.Syntax, method, parameter), label, joined => through is null
                    ? new Handed(method, parameter, value, joined)
                    : new(method, parameter, value, joined) { Site = through.Site, Path = through.Path },
                (Handed known) => known.Label);
    }

    internal void Return(IMethodSymbol function, IOperation value, Label label)
    {
        if (!label.IsEmpty)
            Add((value.Syntax, null, function), label, joined => new Returned(function, value, joined),
                (Returned known) => known.Label);
    }

    internal BodyFlow ToFlow(ISymbol owner, IOperation body, ImmutableArray<Label> outs) => new()
    {
        Owner = owner,
        Body = body,
        Reads = All<MemberRead>(one => one.Syntax),
        Stores = All<MemberStore>(one => one.Value.Syntax),
        Handed = All<Handed>(one => one.Value.Syntax),
        Returned = All<Returned>(one => one.Value.Syntax),
        Uses = [.. _uses.Values.OrderBy(one => one.Syntax.SpanStart)],
        Outs = outs,
    };

    private void Add<TSeen>(
        (SyntaxNode, ISymbol?, ISymbol?) key, Label label, Func<Label, TSeen> make, Func<TSeen, Label> labelOf)
        where TSeen : class =>
        _seen[key] = make(
            _seen.TryGetValue(key, out var known) && known is TSeen same ? label.Join(labelOf(same)) : label);

    private ImmutableArray<TSeen> All<TSeen>(Func<TSeen, SyntaxNode> at) =>
        [.. _seen.Values.OfType<TSeen>().OrderBy(one => at(one).SpanStart)];
}
