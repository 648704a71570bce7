using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Analyzers.Edits;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>A parameter's value that reaches a method which rules ask about, however many calls away.</summary>
/// <param name="Method">That method: a log, a recipient.</param>
/// <param name="Parameter">Its parameter; null for its receiver.</param>
/// <param name="From">Which parameters of the summarised method reach it, and in which form.</param>
/// <param name="Site">Where it is handed over in the end.</param>
/// <param name="Path">The methods on the way, the summarised one first.</param>
internal sealed record Passage(
    IMethodSymbol Method, IParameterSymbol? Parameter, Inputs From, Location Site, CallPath Path)
{
    /// <summary>Where it ends, if that is inside a referenced assembly; the method is then the one that is called.</summary>
    internal FarSink? Far { get; init; }
}

/// <summary>A parameter's value that ends in a member.</summary>
/// <param name="Member">The member.</param>
/// <param name="From">Which parameters of the summarised method end there, and in which form.</param>
/// <param name="Site">Where it is written.</param>
/// <param name="Path">The methods on the way, the summarised one first.</param>
internal sealed record Deposit(ISymbol Member, Inputs From, Location Site, CallPath Path)
{
    /// <summary>What messages call a member that a referenced assembly hides.</summary>
    internal string? FarName { get; init; }
}

/// <summary>
/// A declared member that a method reads and answers for to its callers: one that names no purpose runs for theirs, and a
/// private one may leave it to them to prove what its purpose asks for.
/// </summary>
/// <param name="Read">The member, where it is read, and what was proved on the way.</param>
/// <param name="Purposes">The purposes for which it is read; empty where they are the caller's.</param>
/// <param name="Path">The methods on the way, the summarised one first.</param>
internal sealed record Use(MemberRead Read, ImmutableArray<Term> Purposes, CallPath Path)
{
    /// <summary>
    /// What stands for itself: the same member for another purpose, or only asked whether there is a value, is another use.
    /// </summary>
    internal (ISymbol Member, bool IsPresenceTest, bool IsCopy, string Purposes) Key =>
        (Read.Member, Read.IsPresenceTest, Read.IsCopy,
            Read.FarName + string.Join(" ", Purposes.Select(purpose => purpose.Key)));

    /// <summary>The same where these were proved before.</summary>
    internal Use After(TermSet proved) =>
        proved.IsEmpty ? this : this with { Read = Read with { Proved = Read.Proved.Union(proved) } };

    /// <summary>Of two ways to the same member the one that proves less, and of equals the shorter.</summary>
    internal Use Or(Use other)
    {
        var proved = Read.Proved.Intersect(other.Read.Proved);
        var told = proved.Equals(other.Read.Proved) && (!proved.Equals(Read.Proved) || other.Path.Length < Path.Length)
            ? other
            : this;
        return told with { Read = told.Read with { Proved = proved } };
    }
}

/// <summary>
/// What a method does with what it is given, seen from its callers: a function of its arguments, computed once and the
/// same for every caller (the functional approach of Sharir and Pnueli, 1981).
/// </summary>
internal sealed class MethodSummary
{
    private readonly Dictionary<(ISymbol, ISymbol?, FarSink?), Passage> _passages = [];
    private readonly Dictionary<(ISymbol, string?), Deposit> _deposits = [];
    private readonly Dictionary<(ISymbol, bool, bool, string), Use> _uses = [];

    private readonly Dictionary<(ISymbol, ISymbol?, FarSink?), Handed> _disclosed = [];

    private MethodSummary()
    {
    }

    /// <summary>
    /// Where every fixpoint starts: carries nothing, and proves all that a method may which has not come back yet. The one
    /// only grows, the other only shrinks.
    /// </summary>
    internal static MethodSummary Unwalked(TermSet gates) => new() { Proof = new(new(gates, gates), gates) };

    /// <summary>What it returns.</summary>
    internal Label Returned { get; private init; }

    /// <summary>What each element of a tuple that it returns holds; empty where it returns none.</summary>
    internal ImmutableArray<Label> ReturnedParts { get; private init; } = [];

    /// <summary>What is in the messages of the exceptions that leave it.</summary>
    internal Label Thrown { get; private init; }

    /// <summary>
    /// What it puts into its parameters, by ordinal: <c>ref</c> and <c>out</c> ones, and lists and builders that it fills;
    /// empty where it puts nothing.
    /// </summary>
    internal ImmutableArray<Label> Outs { get; private init; } = [];

    /// <summary>What of it reaches a method that rules ask about.</summary>
    internal IReadOnlyCollection<Passage> Passages => _passages.Values;

    /// <summary>What of it ends in members.</summary>
    internal IReadOnlyCollection<Deposit> Deposits => _deposits.Values;

    /// <summary>Which gates it proves.</summary>
    internal MethodProof Proof { get; private init; } = MethodProof.None;

    /// <summary>What its callers answer for: what it reads itself, and what those read that it calls.</summary>
    internal IReadOnlyCollection<Use> Uses => _uses.Values;

    /// <summary>
    /// What it hands out of the controller for the purposes of its callers: by itself, and by those that it calls and that
    /// name no purpose of their own.
    /// </summary>
    internal IReadOnlyCollection<Handed> Disclosed => _disclosed.Values;

    /// <summary>What a referenced assembly says of a method; what it reads and discloses is told at each call anew.</summary>
    internal static MethodSummary OfFar(
        Label returned, ImmutableArray<Label> outs, IEnumerable<Passage> passages, IEnumerable<Deposit> deposits,
        MethodProof proof, ImmutableArray<FarUse> uses, ImmutableArray<FarDisclosure> disclosed)
    {
        var summary = new MethodSummary
        {
            Returned = returned, Outs = outs, Proof = proof, FarUses = uses, FarDisclosed = disclosed,
        };
        foreach (var passage in passages)
            summary.Add(passage);
        foreach (var deposit in deposits)
            summary.Add(deposit);
        return summary;
    }

    private ImmutableArray<FarUse> FarUses { get; init; } = [];

    private ImmutableArray<FarDisclosure> FarDisclosed { get; init; } = [];

    /// <summary>
    /// Whether a caller that hands nothing in learns nothing: nothing comes back, is read or disclosed for it, but for what
    /// the type of the result says itself. What it proves is asked of those that may prove something.
    /// </summary>
    /// <param name="known">What the type of the result says.</param>
    internal bool IsSilent(Label known) =>
        IsKnown(Returned, known) && Thrown.IsImpersonal
        && ReturnedParts.All(part => IsKnown(part, known)) && Outs.All(label => label.IsImpersonal)
        && _uses.Count == 0 && _disclosed.Count == 0 && FarUses.IsEmpty && FarDisclosed.IsEmpty;

    private static bool IsKnown(Label label, Label known) =>
        label.IsImpersonal || known.Raw.Covers(label.Raw) && known.Pseudonymised.Covers(label.Pseudonymised)
            && known.Aggregated.Covers(label.Aggregated);

    /// <summary>What its callers answer for, at a call of it.</summary>
    internal IEnumerable<Use> UsesAt(IOperation call) => Uses.Concat(FarUses.Select(far => far.At(call)));

    /// <summary>What it hands out of the controller for the purposes of its callers, at a call of it.</summary>
    internal IEnumerable<Handed> DisclosedAt(IOperation call) =>
        Disclosed.Concat(FarDisclosed.Select(far => far.At(call)));

    /// <summary>The summary of a method, from what flows through its bodies.</summary>
    internal static MethodSummary Of(IMethodSymbol method, ImmutableArray<BodyFlow> flows)
    {
        var returned = flows.SelectMany(flow => flow.Returned)
            .Where(one => Same(one.Function, method))
            .Aggregate(Label.None, (all, one) => all.Join(one.Label));
        var outs = flows.FirstOrDefault(flow => !flow.Outs.IsEmpty)?.Outs ?? [];
        var summary = new MethodSummary
        {
            Returned = returned,
            Outs = outs,
            ReturnedParts = flows.FirstOrDefault(flow => !flow.ReturnedParts.IsEmpty)?.ReturnedParts ?? [],
            Thrown = flows.Aggregate(Label.None, (all, flow) => all.Join(flow.Thrown)),
            Proof = flows.Length == 1 ? flows[0].Proof : MethodProof.None,
        };
        foreach (var flow in flows)
            summary.Add(method, flow);
        return summary;
    }

    /// <summary>Whether this one says all that the other says: then another round finds nothing new.</summary>
    internal bool Covers(MethodSummary other) =>
        Returned.Join(other.Returned).Equals(Returned)
        && other.Proof == Proof
        && Covers(Outs, other.Outs)
        && Covers(ReturnedParts, other.ReturnedParts)
        && Thrown.Join(other.Thrown).Equals(Thrown)
        && other._passages.All(theirs => _passages.TryGetValue(theirs.Key, out var ours)
            && ours.From.Covers(theirs.Value.From) && ours.Path.Length <= theirs.Value.Path.Length)
        && other._deposits.All(theirs => _deposits.TryGetValue(theirs.Key, out var ours)
            && ours.From.Covers(theirs.Value.From) && ours.Path.Length <= theirs.Value.Path.Length)
        && other._disclosed.All(theirs => _disclosed.TryGetValue(theirs.Key, out var ours)
            && ours.Label.Join(theirs.Value.Label).Equals(ours.Label) && ours.Path!.Length <= theirs.Value.Path!.Length)
        && other._uses.All(theirs =>
            _uses.TryGetValue(theirs.Key, out var ours) && theirs.Value.Read.Proved.Covers(ours.Read.Proved)
            && ours.Path.Length <= theirs.Value.Path.Length);

    /// <summary>
    /// Whether the summary of a method is the same after an edit of its body, for all that its callers may ask: what it says,
    /// and where. Of what only the facts of an assembly are known, nobody says.
    /// </summary>
    internal bool IsSame(MethodSummary after, ProgramEdit edit)
    {
        return Covers(after) && after.Covers(this)
        && SameKeys(_passages, after._passages, (old, now) => old.Path.IsSame(now.Path) && IsStill(old.Site, now.Site))
        && SameKeys(_deposits, after._deposits, (old, now) => old.Path.IsSame(now.Path) && IsStill(old.Site, now.Site))
        && SameKeys(_disclosed, after._disclosed, (old, now) =>
            old.Path!.IsSame(now.Path!) && IsStill(old.Site, now.Site) && old.Proved.Equals(now.Proved))
        && SameKeys(_uses, after._uses, (old, now) => old.Path.IsSame(now.Path)
            && IsStill(old.Read.Syntax.GetLocation(), now.Read.Syntax.GetLocation()))
        && FarUses.IsEmpty && FarDisclosed.IsEmpty && after.FarUses.IsEmpty && after.FarDisclosed.IsEmpty;

        bool IsStill(Location old, Location now) => edit.Now(old).Equals(now) && !edit.IsGone(old);
    }

    private static bool SameKeys<TKey, TValue>(
        Dictionary<TKey, TValue> ours, Dictionary<TKey, TValue> theirs, Func<TValue, TValue, bool> areSame)
        where TKey : notnull =>
        ours.Count == theirs.Count
        && ours.All(one => theirs.TryGetValue(one.Key, out var other) && areSame(one.Value, other));

    private static bool Covers(ImmutableArray<Label> ours, ImmutableArray<Label> theirs)
    {
        for (var i = 0; i < theirs.Length; i++)
            if (i >= ours.Length ? !theirs[i].IsEmpty : !ours[i].Join(theirs[i]).Equals(ours[i]))
                return false;
        return true;
    }

    private void Add(IMethodSymbol method, BodyFlow flow)
    {
        if (!flow.AnswersItself)
        {
            foreach (var read in flow.Reads)
                Add(new Use(read, flow.Purposes, new(method, null)));
            foreach (var called in flow.Uses)
                Add(called.Use with
                {
                    Purposes = called.Use.Purposes.IsEmpty ? flow.Purposes : called.Use.Purposes,
                    Path = new(method, called.Use.Path),
                });
        }
        if (flow.Purposes.IsEmpty)
        {
            foreach (var handed in flow.Handed)
                if (handed.Leaves && !handed.Label.IsImpersonal)
                    Add(handed with { Label = handed.Label with { From = default }, Path = new(method, handed.Path) });
            foreach (var served in flow.Served)
                Add(served.Handed with { Path = new(method, served.Handed.Path) });
        }
        foreach (var handed in flow.Handed)
            if (!handed.Label.From.IsEmpty)
                Add(new Passage(
                    handed.Method, handed.Parameter, handed.Label.From, handed.Site, new(method, handed.Path))
                {
                    Far = handed.Far,
                });
        foreach (var store in flow.Stores)
            if (!store.Label.From.IsEmpty)
                Add(new Deposit(store.Member, store.Label.From, store.Site, new(method, store.Path))
                {
                    FarName = store.FarName,
                });
    }

    private void Add(Use use) =>
        _uses[use.Key] = _uses.TryGetValue(use.Key, out var known) ? known.Or(use) : use;

    // Of several ways to the same place the shortest is told.
    private void Add(Passage passage)
    {
        var key = (passage.Method.OriginalDefinition, passage.Parameter?.OriginalDefinition, passage.Far);
        _passages[key] = !_passages.TryGetValue(key, out var known) ? passage
            : (passage.Path.Length < known.Path.Length ? passage : known) with { From = known.From.Join(passage.From) };
    }

    private void Add(Handed handed)
    {
        var key = (handed.Method.OriginalDefinition, handed.Parameter?.OriginalDefinition, handed.Far);
        _disclosed[key] = !_disclosed.TryGetValue(key, out var known) ? handed
            : (handed.Path!.Length < known.Path!.Length ? handed : known) with { Label = known.Label.Join(handed.Label) };
    }

    private void Add(Deposit deposit)
    {
        var key = (deposit.Member, deposit.FarName);
        _deposits[key] = !_deposits.TryGetValue(key, out var known) ? deposit
            : (deposit.Path.Length < known.Path.Length ? deposit : known) with { From = known.From.Join(deposit.From) };
    }

    private static bool Same(ISymbol? one, ISymbol? other) => SymbolEqualityComparer.Default.Equals(one, other);
}
