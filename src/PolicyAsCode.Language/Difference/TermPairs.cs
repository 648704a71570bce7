using System.Collections.Immutable;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Difference;

/// <summary>A term as both vocabularies know it, or as the one that has it does.</summary>
internal sealed class TermPair(Term? old, Term? now)
{
    /// <summary>The old policy's term; null where its vocabulary has none.</summary>
    public Term? Old { get; } = old;

    /// <summary>The new policy's term; null where its vocabulary has none.</summary>
    public Term? New { get; } = now;

    /// <summary>How it is written: as the new vocabulary does, where it has it.</summary>
    public string Key => (New ?? Old)!.Key;

    /// <summary>The pair of the broader terms; null at the top, and where the two vocabularies disagree.</summary>
    public TermPair? Broader { get; set; }

    /// <summary>Whether this is the other or narrower than it.</summary>
    public bool IsWithin(TermPair other)
    {
        for (var pair = this; pair is not null; pair = pair.Broader)
            if (ReferenceEquals(pair, other))
                return true;
        return false;
    }
}

/// <summary>The terms of two vocabularies, matched: by key, and a renamed one with its successor.</summary>
internal sealed class TermPairs
{
    private readonly Dictionary<TermKind, ImmutableArray<TermPair>> _pairs = [];
    private readonly Dictionary<Term, TermPair> _byTerm = [];

    public TermPairs(Vocabulary old, Vocabulary now)
    {
        foreach (TermKind kind in Enum.GetValues(typeof(TermKind)))
            _pairs[kind] = Match(old.Terms(kind), now.Terms(kind), old, now);
        AreSame = true;
        foreach (var pair in _byTerm.Values)
        {
            var before = pair.Old?.Broader is { } was ? _byTerm[was] : null;
            var after = pair.New?.Broader is { } isNow ? _byTerm[isNow] : null;
            pair.Broader = pair.Old is null ? after : pair.New is null || ReferenceEquals(before, after) ? before : null;
            AreSame &= pair.Old is not null && pair.New is not null && ReferenceEquals(before, after);
        }
    }

    /// <summary>All of a kind, broader ones first.</summary>
    public ImmutableArray<TermPair> Of(TermKind kind) => _pairs[kind];

    /// <summary>Whether both vocabularies have the same terms of all kinds, in the same order.</summary>
    public bool AreSame { get; }

    /// <summary>The pair of a term of either vocabulary.</summary>
    public TermPair Of(Term term) => _byTerm[term];

    private ImmutableArray<TermPair> Match(
        ImmutableArray<Term> old, ImmutableArray<Term> now, Vocabulary oldWords, Vocabulary newWords)
    {
        var free = new HashSet<Term>(now.Where(term => term.ReplacedBy is null));
        var pairs = new List<TermPair>();
        foreach (var term in old.Where(term => term.ReplacedBy is null))
        {
            var match = newWords.Meant(term.Kind, term.Key)
                ?? now.FirstOrDefault(one => oldWords.Find(one.Kind, one.Key)?.ReplacedBy == term.Key);
            pairs.Add(new(term, match is not null && free.Remove(match) ? match : null));
        }
        pairs.AddRange(now.Where(free.Contains).Select(term => new TermPair(null, term)));
        foreach (var pair in pairs)
        {
            if (pair.Old is not null)
                _byTerm[pair.Old] = pair;
            if (pair.New is not null)
                _byTerm[pair.New] = pair;
        }
        // What has been renamed means its successor.
        foreach (var term in old.Concat(now).Where(term => term.ReplacedBy is not null && !_byTerm.ContainsKey(term)))
            _byTerm[term] = pairs.FirstOrDefault(pair => pair.Key == term.ReplacedBy) ?? new TermPair(null, term);
        return pairs.OrderBy(pair => DepthOf(pair.New ?? pair.Old)).ToImmutableArray();
    }

    private static int DepthOf(Term? term) => term is null ? -1 : DepthOf(term.Broader) + 1;
}
