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
    private readonly HashSet<IMethodSymbol> _asking = new(SymbolEqualityComparer.Default);
    private int _lowest = int.MaxValue;
    private int _depth;
    private Node? _walked;

    /// <summary>The summary of a method; null for one whose body nobody has.</summary>
    internal MethodSummary? SummaryOf(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        _walked?.Asked.Add(method);
        if (flows.Finished(method) is { } finished)
            return finished.Summary;
        if (_open.TryGetValue(method, out var open))
        {
            // It is being walked further up: what is known of it so far, and more in the next round.
            _lowest = Math.Min(_lowest, open.Index);
            return Read(open);
        }
        return Solve(method) is not { } solved ? flows.OfReferenced(method)
            : _open.TryGetValue(method, out open) ? Read(open)
            : solved.Summary;
    }

    /// <summary>
    /// Whether a method has nothing to do with personal data, and those that it calls tell it nothing: it need not be walked
    /// but for what it is given. Where that is not known yet, it is not.
    /// </summary>
    internal bool IsSilent(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        _walked?.Asked.Add(method);
        if (flows.SilenceOf(method) is { } known)
            return known;
        if (flows.Quiet.Is(method, cancel))
            return true;
        if (flows.Quiet.CallsOf(method, cancel) is not { } calls || _open.ContainsKey(method) || !_asking.Add(method))
            return false;
        var isSilent = false;
        if (++_depth % WalksAThread == 0)
            OwnStack.Run(() => isSilent = calls.All(IsSilent));
        else
            isSilent = calls.All(IsSilent);
        _depth--;
        _asking.Remove(method);
        flows.Silence(method, isSilent);
        return isSilent;
    }

    private bool IsSilent(QuietCall call)
    {
        if (IsSilent(call.Method))
            return true;
        // Only what will not change any more counts.
        return HasBody(call.Method) && !_open.ContainsKey(call.Method) && SummaryOf(call.Method) is not null
            && flows.Finished(call.Method) is { } finished
            && finished.Summary.IsSilent(call.IsTold ? flows.ResultOf(call.Method) : Label.None);
    }

    private MethodSummary Read(Node open)
    {
        if (_walked is not null)
            open.Readers.Add(_walked);
        return open.Summary;
    }

    /// <summary>Whether a method computes: an accessor that is only written down does not.</summary>
    internal bool HasBody(IMethodSymbol method) => !flows.BodiesOf(method.OriginalDefinition, cancel).IsEmpty;

    /// <summary>What flows through a method; null for one whose body nobody has.</summary>
    internal MethodFlow? Solve(IMethodSymbol method)
    {
        if (flows.Finished(method) is { } finished)
            return finished;
        if (flows.Elsewhere(method) is { } elsewhere)
            return new MethodSolver(elsewhere, gates, cancel).Solve(method);
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
        return new(node.Flows, node.Summary, [.. node.Asked]);
    }

    /// <summary>Walks the bodies of a finished method once more, with what is known of those that it calls.</summary>
    internal ImmutableArray<BodyFlow> Again(IMethodSymbol method) =>
    [
        .. from body in flows.BodiesOf(method, cancel)
            let lowered = flows.Lower(body, method, cancel)
            where lowered is not null
            select flows.Walk(lowered, method, this, cancel),
    ];

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
        while (Members(node).Any(member => member.IsStale))
        {
            Round(node);
            if (_lowest < node.Index)
            {
                _lowest = Math.Min(outer, _lowest); // what was learnt leads further up after all
                return;
            }
        }
        foreach (var member in Members(node).ToList())
        {
            flows.Finish(member.Method, new(member.Flows, member.Summary, [.. member.Asked]));
            _open.Remove(member.Method);
        }
        _component.RemoveRange(node.Index, _component.Count - node.Index);
        _lowest = outer;
    }

    private void Round(Node head)
    {
        // Callees were found after their callers: from the last to the first, one round tells all callers.
        for (var i = _component.Count - 1; i >= head.Index; i--)
            if (_component[i].IsStale)
                Walk(_component[i]);
    }

    private IEnumerable<Node> Members(Node head) => _component.Skip(head.Index);

    /// <summary>Walks it with what is known by now; where its summary grew, whoever read the old one is walked again.</summary>
    private void Walk(Node node)
    {
        cancel.ThrowIfCancellationRequested();
        var outer = _walked;
        (_walked, node.IsStale) = (node, false);
        node.Lowered ??= [.. node.Bodies.Select(body => flows.Lower(body, node.Method, cancel)).OfType<LoweredBody>()];
        node.Flows = [.. node.Lowered.Select(body => flows.Walk(body, node.Method, this, cancel))];
        _walked = outer;
        var summary = MethodSummary.Of(node.Method, node.Flows);
        if (!node.Summary.Covers(summary))
            foreach (var reader in node.Readers)
                reader.IsStale = true;
        node.Summary = summary;
    }

    private sealed class Node(
        IMethodSymbol method, int index, ImmutableArray<SyntaxNode> bodies, MethodSummary start)
    {
        internal IMethodSymbol Method { get; } = method;

        internal int Index { get; } = index;

        internal ImmutableArray<SyntaxNode> Bodies { get; } = bodies;

        internal ImmutableArray<BodyFlow> Flows { get; set; } = [];

        internal MethodSummary Summary { get; set; } = start;

        /// <summary>Its bodies, bound once, however often they are walked.</summary>
        internal IReadOnlyList<LoweredBody>? Lowered { get; set; }

        /// <summary>The methods of which it was walked with what is known.</summary>
        internal HashSet<IMethodSymbol> Asked { get; } = new(SymbolEqualityComparer.Default);

        /// <summary>Those that were walked with what was known of it.</summary>
        internal HashSet<Node> Readers { get; } = [];

        /// <summary>Whether what it was walked with has grown since.</summary>
        internal bool IsStale { get; set; }
    }
}
