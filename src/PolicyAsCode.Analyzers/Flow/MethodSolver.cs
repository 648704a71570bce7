using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// Walks methods so that each is walked after those that it calls, and methods that call each other together, to their
/// fixpoint (Tarjan's components, found on the way). One solver serves one question on one thread; what it has finished is
/// shared by all (<see cref="BodyFlows"/>).
/// </summary>
internal sealed class MethodSolver(BodyFlows flows, TermSet gates, CancellationToken cancel)
{
    // A walk inside a walk takes stack; so many of them fit any thread, and the next ones get a stack of their own.
    private const int WalksAThread = 60;

    private readonly Dictionary<IMethodSymbol, Node> _open = new(SymbolEqualityComparer.Default);
    private readonly List<Node> _component = [];
    private int _lowest = int.MaxValue;
    private int _depth;

    /// <summary>The summary of a method; null for one whose body nobody has.</summary>
    internal MethodSummary? SummaryOf(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        if (flows.Finished(method) is { } finished)
            return finished.Summary;
        if (_open.TryGetValue(method, out var open))
        {
            // It is being walked further up: what is known of it so far, and more in the next round.
            _lowest = Math.Min(_lowest, open.Index);
            open.IsAwaited = true;
            return open.Summary;
        }
        return Solve(method)?.Summary ?? flows.OfReferenced(method);
    }

    /// <summary>Whether a method computes: an accessor that is only written down does not.</summary>
    internal bool HasBody(IMethodSymbol method) => !flows.BodiesOf(method.OriginalDefinition, cancel).IsEmpty;

    /// <summary>What flows through a method; null for one whose body nobody has.</summary>
    internal MethodFlow? Solve(IMethodSymbol method)
    {
        if (flows.Finished(method) is { } finished)
            return finished;
        if (flows.BodiesOf(method, cancel) is not { IsEmpty: false } bodies)
            return null;

        var node = new Node(method, _component.Count, bodies, MethodSummary.Unwalked(gates));
        _open.Add(method, node);
        _component.Add(node);
        if (++_depth % WalksAThread == 0)
            OwnStack.Run(() => Visit(node));
        else
            Visit(node);
        _depth--;
        return new(node.Flows, node.Summary);
    }

    private void Visit(Node node)
    {
        var outer = _lowest;
        _lowest = int.MaxValue;
        Walk(node);
        if (_lowest < node.Index)
        {
            _lowest = Math.Min(outer, _lowest); // one further up finishes it
            return;
        }

        // Nobody further up is awaited: all that were opened since are one component, or stand alone.
        for (var grown = Members(node).Any(member => member.IsAwaited); grown;)
        {
            grown = Round(node);
            if (_lowest < node.Index)
            {
                _lowest = Math.Min(outer, _lowest); // what was learnt leads further up after all
                return;
            }
        }
        foreach (var member in Members(node).ToList())
        {
            flows.Finish(member.Method, new(member.Flows, member.Summary));
            _open.Remove(member.Method);
        }
        _component.RemoveRange(node.Index, _component.Count - node.Index);
        _lowest = outer;
    }

    private bool Round(Node head)
    {
        var grown = false;
        // Callees were found after their callers: from the last to the first, one round tells all callers.
        for (var i = _component.Count - 1; i >= head.Index; i--)
            grown |= Walk(_component[i]);
        return grown;
    }

    private IEnumerable<Node> Members(Node head) => _component.Skip(head.Index);

    /// <summary>Walks it with what is known by now; whether its summary grew.</summary>
    private bool Walk(Node node)
    {
        cancel.ThrowIfCancellationRequested();
        node.Flows = [.. node.Bodies.Select(body => flows.Walk(body, node.Method, this, cancel)).OfType<BodyFlow>()];
        var summary = MethodSummary.Of(node.Method, node.Flows);
        var grown = !node.Summary.Covers(summary);
        node.Summary = summary;
        return grown;
    }

    private sealed class Node(
        IMethodSymbol method, int index, ImmutableArray<SyntaxNode> bodies, MethodSummary start)
    {
        internal IMethodSymbol Method { get; } = method;

        internal int Index { get; } = index;

        internal ImmutableArray<SyntaxNode> Bodies { get; } = bodies;

        internal ImmutableArray<BodyFlow> Flows { get; set; } = [];

        internal MethodSummary Summary { get; set; } = start;

        internal bool IsAwaited { get; set; }
    }
}
