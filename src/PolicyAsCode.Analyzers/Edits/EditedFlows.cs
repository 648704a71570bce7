using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Analyzers.Flow;

namespace PolicyAsCode.Analyzers.Edits;

/// <summary>
/// What flows through a program after an edit of some bodies: what was found before it, but for the methods that the edit
/// concerns. Those are the edited ones alone where they still do for their callers what they did; else also all that call
/// them, however many calls away.
/// </summary>
/// <remarks>
/// Where no edited method is called by what it calls, and each has the summary that it had, the summaries of all others are
/// those of before: with these held fixed, the equations of the others are the same, and so is their least solution (Bekić's
/// lemma). In a cycle an old summary could keep alive what nobody says any more, so there the callers are looked at anew.
/// </remarks>
internal sealed class EditedFlows(ProgramEdit edit, BodyFlows before, QuietMethods quietBefore)
{
    private ImmutableHashSet<IMethodSymbol> _concerned =
        ImmutableHashSet.CreateRange<IMethodSymbol>(SymbolEqualityComparer.Default, edit.Methods.Keys);

    // What was known when the callers were looked for: whoever looks at the program before may go on and learn of others.
    private IReadOnlyDictionary<IMethodSymbol, MethodFlow>? _finished;
    private IReadOnlyDictionary<IMethodSymbol, bool>? _silent;
    private IReadOnlyDictionary<IMethodSymbol, bool>? _quiet;

    internal ProgramEdit Edit { get; } = edit;

    /// <summary>What flows through the program before.</summary>
    internal BodyFlows Before { get; } = before;

    /// <summary>Which methods had nothing to do with personal data before.</summary>
    internal QuietMethods QuietBefore { get; } = quietBefore;

    /// <summary>Whether all that nobody has asked of the program before can still be asked there.</summary>
    internal bool IsSettled => _finished is null;

    /// <summary>The edited body of a method; null for one that is as it was.</summary>
    internal EditedBody? BodyOf(IMethodSymbol method) => Edit.Methods.TryGetValue(method, out var body) ? body : null;

    /// <summary>Whether the edit may change what is known of a method, or it is declared in an edited body.</summary>
    internal bool Concerns(IMethodSymbol method) => _concerned.Contains(method.OriginalDefinition) || IsInside(method);

    /// <summary>Whether a method is declared in an edited body: a lambda, a local function.</summary>
    internal bool IsInside(IMethodSymbol method) =>
        method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction
        && method.DeclaringSyntaxReferences is [var declared, ..] && Edit.IsNew(declared.SyntaxTree);

    /// <summary>The flows of the program before, where these answer for a symbol; null where the edit concerns it.</summary>
    internal BodyFlows? For(ISymbol owner) => owner is IMethodSymbol method
        ? !Concerns(method) && _finished?.ContainsKey(method.OriginalDefinition) != false ? Before : null
        : IsSettled ? Before : null;

    /// <summary>Whether a method was found to be silent before; null where nobody asked, or the edit concerns it.</summary>
    internal bool? SilenceBefore(IMethodSymbol method) => Concerns(method) ? null
        : _silent is null ? Before.SilenceOf(method)
        : _silent.TryGetValue(method, out var isSilent) ? isSilent : null;

    /// <summary>The same of having nothing to do with personal data.</summary>
    internal bool? QuietKnownBefore(IMethodSymbol method) => Concerns(method) ? null
        : _quiet is null ? QuietBefore.Known(method)
        : _quiet.TryGetValue(method, out var isQuiet) ? isQuiet : null;

    /// <summary>Finds out which methods the edit concerns.</summary>
    /// <param name="after">The flows of the program after, which ask this.</param>
    /// <param name="quiet">The same for what has nothing to do with personal data.</param>
    /// <param name="gates">All gates of the policy.</param>
    /// <param name="cancel">Gives up; to be called again.</param>
    internal void Settle(BodyFlows after, QuietMethods quiet, Language.Model.TermSet gates, CancellationToken cancel)
    {
        var edited = Edit.Methods.Keys.ToList();
        var isSettled = edited.All(method => IsAsBefore(method, after, quiet, gates, cancel))
            && !IsInCycle(edited, after);
        if (isSettled)
            return;
        (_finished, _silent, _quiet) = (Before.AllFinished(), Before.AllSilences(), QuietBefore.AllKnown());
        _concerned = Callers(edited);
        after.Forget();
        quiet.Forget();
    }

    private bool IsAsBefore(
        IMethodSymbol method, BodyFlows after, QuietMethods quiet, Language.Model.TermSet gates, CancellationToken cancel)
    {
        if (QuietBefore.Is(method, cancel) != quiet.Is(method, cancel)
            || new MethodSolver(Before, gates, cancel).IsSilent(method) != new MethodSolver(after, gates, cancel).IsSilent(method))
            return false;
        var old = new MethodSolver(Before, gates, cancel).Solve(method);
        var now = new MethodSolver(after, gates, cancel).Solve(method);
        return old is null == now is null && (old is null || old.Summary.IsSame(now!.Summary, Edit));
    }

    private bool IsInCycle(IReadOnlyList<IMethodSymbol> edited, BodyFlows after)
    {
        foreach (var start in edited)
        {
            // One that calls itself was solved anew, with itself.
            var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default) { start };
            var open = new Stack<IMethodSymbol>([start]);
            while (open.Count > 0)
            {
                var method = open.Pop();
                foreach (var asked in after.Finished(method)?.Asked ?? [])
                    if (seen.Add(asked))
                        open.Push(asked);
                    else if (IsSame(asked, start) && !IsSame(method, start))
                        return true;
            }
        }
        return false;

        static bool IsSame(IMethodSymbol one, IMethodSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
    }

    private ImmutableHashSet<IMethodSymbol> Callers(IReadOnlyList<IMethodSymbol> edited)
    {
        var callers = new Dictionary<IMethodSymbol, List<IMethodSymbol>>(SymbolEqualityComparer.Default);
        foreach (var (method, called) in Before.Dependencies().Concat(QuietBefore.Dependencies()))
        {
            if (!callers.TryGetValue(called, out var known))
                callers.Add(called, known = []);
            known.Add(method);
        }
        var found = ImmutableHashSet.CreateBuilder<IMethodSymbol>(SymbolEqualityComparer.Default);
        found.UnionWith(edited);
        var open = new Stack<IMethodSymbol>(edited);
        while (open.Count > 0)
            if (callers.TryGetValue(open.Pop(), out var all))
                foreach (var caller in all)
                    if (found.Add(caller))
                        open.Push(caller);
        return found.ToImmutable();
    }
}
