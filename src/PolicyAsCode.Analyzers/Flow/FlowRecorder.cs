using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>Collects what a walk sees, once a place, however often a loop or a lambda is walked.</summary>
internal sealed class FlowRecorder
{
    private readonly Dictionary<(SyntaxNode, ISymbol?, ISymbol?), object> _seen = [];

    internal void Read(ISymbol member, TermSet categories, SyntaxNode syntax) =>
        _seen[(syntax, member, null)] = new MemberRead(member, categories, syntax);

    internal void Store(ISymbol member, IOperation value, Label label)
    {
        if (!label.IsEmpty)
            Add((value.Syntax, member, member), label, joined => new MemberStore(member, value, joined),
                (MemberStore known) => known.Label);
    }

    internal void Hand(IMethodSymbol method, IParameterSymbol? parameter, IOperation value, Label label)
    {
        if (!label.IsEmpty)
            Add((value.Syntax, method, parameter), label, joined => new Handed(method, parameter, value, joined),
                (Handed known) => known.Label);
    }

    internal void Return(IMethodSymbol function, IOperation value, Label label)
    {
        if (!label.IsEmpty)
            Add((value.Syntax, null, function), label, joined => new Returned(function, value, joined),
                (Returned known) => known.Label);
    }

    internal BodyFlow ToFlow(ISymbol owner, IOperation body) => new()
    {
        Owner = owner,
        Body = body,
        Reads = All<MemberRead>(one => one.Syntax),
        Stores = All<MemberStore>(one => one.Value.Syntax),
        Handed = All<Handed>(one => one.Value.Syntax),
        Returned = All<Returned>(one => one.Value.Syntax),
    };

    private void Add<TSeen>(
        (SyntaxNode, ISymbol?, ISymbol?) key, Label label, Func<Label, TSeen> make, Func<TSeen, Label> labelOf)
        where TSeen : class =>
        _seen[key] = make(
            _seen.TryGetValue(key, out var known) && known is TSeen same ? label.Join(labelOf(same)) : label);

    private ImmutableArray<TSeen> All<TSeen>(Func<TSeen, SyntaxNode> at) =>
        [.. _seen.Values.OfType<TSeen>().OrderBy(one => at(one).SpanStart)];
}
