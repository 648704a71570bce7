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
    IMethodSymbol Method, IParameterSymbol? Parameter, Inputs From, Location Site, ImmutableArray<IMethodSymbol> Path);

/// <summary>A parameter's value that ends in a member.</summary>
/// <param name="Member">The member.</param>
/// <param name="From">Which parameters of the summarised method end there, and in which form.</param>
/// <param name="Site">Where it is written.</param>
/// <param name="Path">The methods on the way, the summarised one first.</param>
internal sealed record Deposit(ISymbol Member, Inputs From, Location Site, ImmutableArray<IMethodSymbol> Path);

/// <summary>A declared member that a method reads for whoever calls it, itself or by a method that it calls.</summary>
/// <param name="Read">The member, and where it is read.</param>
/// <param name="Path">The methods on the way, the summarised one first.</param>
internal sealed record Use(MemberRead Read, ImmutableArray<IMethodSymbol> Path);

/// <summary>
/// What a method does with what it is given, seen from its callers: a function of its arguments, computed once and the
/// same for every caller (the functional approach of Sharir and Pnueli, 1981).
/// </summary>
internal sealed class MethodSummary
{
    /// <summary>Of a method that carries nothing anywhere; where every fixpoint starts.</summary>
    internal static MethodSummary Nothing { get; } = new();

    /// <summary>What it returns.</summary>
    internal Label Returned { get; init; }

    /// <summary>What its <c>ref</c> and <c>out</c> parameters hold at the end, by ordinal; empty where it has none.</summary>
    internal ImmutableArray<Label> Outs { get; init; } = [];

    /// <summary>What of it reaches a method that rules ask about.</summary>
    internal ImmutableArray<Passage> Passages { get; init; } = [];

    /// <summary>What of it ends in members.</summary>
    internal ImmutableArray<Deposit> Deposits { get; init; } = [];

    /// <summary>What is read for its callers: by itself, and by those that it calls and that name no purpose of their own.</summary>
    internal ImmutableArray<Use> Uses { get; init; } = [];

    /// <summary>The summary of a method, from what flows through its bodies.</summary>
    internal static MethodSummary Of(IMethodSymbol method, ImmutableArray<BodyFlow> flows)
    {
        var passages = new Dictionary<(ISymbol, ISymbol?), Passage>();
        var deposits = new Dictionary<ISymbol, Deposit>(SymbolEqualityComparer.Default);
        var uses = new Dictionary<ISymbol, Use>(SymbolEqualityComparer.Default);
        var returned = Label.None;
        foreach (var flow in flows)
        {
            foreach (var read in flow.Reads)
                if (!uses.ContainsKey(read.Member))
                    uses.Add(read.Member, new(read, [method]));
            foreach (var called in flow.Uses)
            {
                var use = called.Use with { Path = called.Use.Path.Insert(0, method) };
                var member = use.Read.Member;
                uses[member] = uses.TryGetValue(member, out var known) ? Shorter(known, use, one => one.Path) : use;
            }
            foreach (var one in flow.Returned)
                if (Same(one.Function, method))
                    returned = returned.Join(one.Label);
            foreach (var handed in flow.Handed)
                if (!handed.Label.From.IsEmpty)
                {
                    var passage = new Passage(
                        handed.Method, handed.Parameter, handed.Label.From, handed.Site, handed.Path.Insert(0, method));
                    var key = (handed.Method.OriginalDefinition, handed.Parameter?.OriginalDefinition);
                    passages[key] = passages.TryGetValue(key, out var known)
                        ? Shorter(known, passage, one => one.Path) with { From = known.From.Join(passage.From) }
                        : passage;
                }
            foreach (var store in flow.Stores)
                if (!store.Label.From.IsEmpty)
                {
                    var deposit = new Deposit(store.Member, store.Label.From, store.Site, store.Path.Insert(0, method));
                    deposits[store.Member] = deposits.TryGetValue(store.Member, out var known)
                        ? Shorter(known, deposit, one => one.Path) with { From = known.From.Join(deposit.From) }
                        : deposit;
                }
        }
        return new()
        {
            Returned = returned,
            Outs = flows.FirstOrDefault(flow => !flow.Outs.IsEmpty)?.Outs ?? [],
            Passages = [.. passages.Values],
            Deposits = [.. deposits.Values],
            Uses = [.. uses.Values],
        };
    }

    private static T Shorter<T>(T one, T other, Func<T, ImmutableArray<IMethodSymbol>> path) =>
        path(other).Length < path(one).Length ? other : one;

    /// <summary>Whether this one says all that the other says: then another round finds nothing new.</summary>
    internal bool Covers(MethodSummary other) =>
        Returned.Join(other.Returned).Equals(Returned)
        && other.Outs.Length <= Outs.Length
        && other.Outs.Select((label, i) => Outs[i].Join(label).Equals(Outs[i])).All(same => same)
        && other.Passages.All(theirs => Passages.Any(ours =>
            Same(ours.Method, theirs.Method) && Same(ours.Parameter, theirs.Parameter) && ours.From.Covers(theirs.From)))
        && other.Deposits.All(theirs => Deposits.Any(ours =>
            Same(ours.Member, theirs.Member) && ours.From.Covers(theirs.From)))
        && other.Uses.All(theirs => Uses.Any(ours => Same(ours.Read.Member, theirs.Read.Member)));

    private static bool Same(ISymbol? one, ISymbol? other) => SymbolEqualityComparer.Default.Equals(one, other);
}
