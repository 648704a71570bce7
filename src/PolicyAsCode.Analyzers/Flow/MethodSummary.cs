using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>A parameter's value that reaches a method which rules ask about, however many calls away.</summary>
/// <param name="Method">That method: a log, a recipient.</param>
/// <param name="Parameter">Its parameter; null for its receiver.</param>
/// <param name="From">Which parameters of the summarised method reach it, and in which form.</param>
/// <param name="Site">Where it is handed over in the end.</param>
/// <param name="Path">The methods on the way, the summarised one first.</param>
internal sealed record Passage(
    IMethodSymbol Method, IParameterSymbol? Parameter, Inputs From, Location Site, CallPath Path);

/// <summary>A parameter's value that ends in a member.</summary>
/// <param name="Member">The member.</param>
/// <param name="From">Which parameters of the summarised method end there, and in which form.</param>
/// <param name="Site">Where it is written.</param>
/// <param name="Path">The methods on the way, the summarised one first.</param>
internal sealed record Deposit(ISymbol Member, Inputs From, Location Site, CallPath Path);

/// <summary>A declared member that a method reads for whoever calls it, itself or by a method that it calls.</summary>
/// <param name="Read">The member, and where it is read.</param>
/// <param name="Path">The methods on the way, the summarised one first.</param>
internal sealed record Use(MemberRead Read, CallPath Path);

/// <summary>
/// What a method does with what it is given, seen from its callers: a function of its arguments, computed once and the
/// same for every caller (the functional approach of Sharir and Pnueli, 1981).
/// </summary>
internal sealed class MethodSummary
{
    private readonly Dictionary<(ISymbol, ISymbol?), Passage> _passages = [];
    private readonly Dictionary<ISymbol, Deposit> _deposits = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, Use> _uses = new(SymbolEqualityComparer.Default);

    private MethodSummary()
    {
    }

    /// <summary>Of a method that carries nothing anywhere; where every fixpoint starts.</summary>
    internal static MethodSummary Nothing { get; } = new();

    /// <summary>What it returns.</summary>
    internal Label Returned { get; private init; }

    /// <summary>What its <c>ref</c> and <c>out</c> parameters hold at the end, by ordinal; empty where it has none.</summary>
    internal ImmutableArray<Label> Outs { get; private init; } = [];

    /// <summary>What of it reaches a method that rules ask about.</summary>
    internal IReadOnlyCollection<Passage> Passages => _passages.Values;

    /// <summary>What of it ends in members.</summary>
    internal IReadOnlyCollection<Deposit> Deposits => _deposits.Values;

    /// <summary>What is read for its callers: by itself, and by those that it calls and that name no purpose of their own.</summary>
    internal IReadOnlyCollection<Use> Uses => _uses.Values;

    /// <summary>The summary of a method, from what flows through its bodies.</summary>
    internal static MethodSummary Of(IMethodSymbol method, ImmutableArray<BodyFlow> flows)
    {
        var returned = flows.SelectMany(flow => flow.Returned)
            .Where(one => Same(one.Function, method))
            .Aggregate(Label.None, (all, one) => all.Join(one.Label));
        var outs = flows.FirstOrDefault(flow => !flow.Outs.IsEmpty)?.Outs ?? [];
        var summary = new MethodSummary { Returned = returned, Outs = outs };
        foreach (var flow in flows)
            summary.Add(method, flow);
        return summary;
    }

    /// <summary>Whether this one says all that the other says: then another round finds nothing new.</summary>
    internal bool Covers(MethodSummary other) =>
        Returned.Join(other.Returned).Equals(Returned)
        && other.Outs.Length <= Outs.Length
        && other.Outs.Select((label, i) => Outs[i].Join(label).Equals(Outs[i])).All(same => same)
        && other._passages.All(theirs => _passages.TryGetValue(theirs.Key, out var ours) && ours.From.Covers(theirs.Value.From))
        && other._deposits.All(theirs => _deposits.TryGetValue(theirs.Key, out var ours) && ours.From.Covers(theirs.Value.From))
        && other._uses.Keys.All(_uses.ContainsKey);

    private void Add(IMethodSymbol method, BodyFlow flow)
    {
        foreach (var read in flow.Reads)
            if (!_uses.ContainsKey(read.Member))
                _uses.Add(read.Member, new(read, new(method, null)));
        foreach (var called in flow.Uses)
            Add(called.Use with { Path = new(method, called.Use.Path) });
        foreach (var handed in flow.Handed)
            if (!handed.Label.From.IsEmpty)
                Add(new Passage(
                    handed.Method, handed.Parameter, handed.Label.From, handed.Site, new(method, handed.Path)));
        foreach (var store in flow.Stores)
            if (!store.Label.From.IsEmpty)
                Add(new Deposit(store.Member, store.Label.From, store.Site, new(method, store.Path)));
    }

    // Of several ways to the same place the shortest is told.
    private void Add(Use use)
    {
        if (!_uses.TryGetValue(use.Read.Member, out var known) || use.Path.Length < known.Path.Length)
            _uses[use.Read.Member] = use;
    }

    private void Add(Passage passage)
    {
        var key = (passage.Method.OriginalDefinition, passage.Parameter?.OriginalDefinition);
        _passages[key] = !_passages.TryGetValue(key, out var known) ? passage
            : (passage.Path.Length < known.Path.Length ? passage : known) with { From = known.From.Join(passage.From) };
    }

    private void Add(Deposit deposit) =>
        _deposits[deposit.Member] = !_deposits.TryGetValue(deposit.Member, out var known) ? deposit
            : (deposit.Path.Length < known.Path.Length ? deposit : known) with { From = known.From.Join(deposit.From) };

    private static bool Same(ISymbol? one, ISymbol? other) => SymbolEqualityComparer.Default.Equals(one, other);
}
