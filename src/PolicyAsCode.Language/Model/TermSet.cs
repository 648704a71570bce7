using System.Collections.Immutable;

namespace PolicyAsCode.Language.Model;

/// <summary>
/// An immutable set of terms of one kind and one vocabulary, as bits; any number of terms. The default value is empty.
/// </summary>
public readonly struct TermSet : IEquatable<TermSet>
{
    private readonly ulong[]? _words;

    private TermSet(ulong[] words) => _words = words;

    /// <summary>The set of nothing.</summary>
    public static TermSet Empty => default;

    /// <summary>Whether nothing is in it.</summary>
    public bool IsEmpty => _words is null;

    /// <summary>The set of one term.</summary>
    public static TermSet Of(Term term)
    {
        var words = new ulong[(term.Index >> 6) + 1];
        words[term.Index >> 6] = 1UL << (term.Index & 63);
        return new(words);
    }

    /// <summary>The set of some terms.</summary>
    public static TermSet Of(IEnumerable<Term> terms)
    {
        ulong[]? words = null;
        foreach (var term in terms)
        {
            var at = term.Index >> 6;
            if (words is null || at >= words.Length)
                Array.Resize(ref words, at + 1);
            words[at] |= 1UL << (term.Index & 63);
        }
        return words is null ? Empty : new(words);
    }

    /// <summary>Whether the term is in it.</summary>
    public bool Contains(Term term) =>
        _words is { } words && term.Index >> 6 < words.Length && (words[term.Index >> 6] >> (term.Index & 63) & 1) != 0;

    /// <summary>All that is in either; this very set where the other adds nothing.</summary>
    public TermSet Union(TermSet other)
    {
        if (other._words is not { } theirs || Covers(other))
            return this;
        if (_words is not { } ours)
            return other;

        var words = new ulong[Math.Max(ours.Length, theirs.Length)];
        for (var i = 0; i < words.Length; i++)
            words[i] = (i < ours.Length ? ours[i] : 0) | (i < theirs.Length ? theirs[i] : 0);
        return new(words);
    }

    /// <summary>All that is in both.</summary>
    public TermSet Intersect(TermSet other)
    {
        if (other._words is not { } theirs || _words is not { } ours)
            return Empty;

        var length = Math.Min(ours.Length, theirs.Length);
        while (length > 0 && (ours[length - 1] & theirs[length - 1]) == 0)
            length--;
        if (length == 0)
            return Empty;
        var words = new ulong[length];
        for (var i = 0; i < length; i++)
            words[i] = ours[i] & theirs[i];
        return new(words);
    }

    /// <summary>All that is in this one and not in the other.</summary>
    public TermSet Except(TermSet other)
    {
        if (_words is not { } ours || Intersect(other).IsEmpty)
            return this;

        var words = (ulong[])ours.Clone();
        for (var i = 0; i < Math.Min(words.Length, other._words!.Length); i++)
            words[i] &= ~other._words[i];
        var length = words.Length;
        while (length > 0 && words[length - 1] == 0)
            length--;
        if (length == 0)
            return Empty;
        Array.Resize(ref words, length);
        return new(words);
    }

    /// <summary>Whether all of the other is in this one.</summary>
    public bool Covers(TermSet other)
    {
        if (other._words is not { } theirs)
            return true;
        for (var i = 0; i < theirs.Length; i++)
            if ((theirs[i] & ~(_words is { } ours && i < ours.Length ? ours[i] : 0)) != 0)
                return false;
        return true;
    }

    /// <summary>The terms in it, by ascending index.</summary>
    /// <param name="all">All terms of the kind, by index: <see cref="Vocabulary.Terms"/>.</param>
    public ImmutableArray<Term> In(ImmutableArray<Term> all)
    {
        var found = ImmutableArray.CreateBuilder<Term>();
        foreach (var term in all)
            if (Contains(term))
                found.Add(term);
        return found.ToImmutable();
    }

    /// <inheritdoc/>
    public bool Equals(TermSet other) => Covers(other) && other.Covers(this);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TermSet other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = 17;
        if (_words is { } words)
            foreach (var word in words)
                if (word != 0)
                    hash = unchecked(hash * 31 + word.GetHashCode());
        return hash;
    }

    /// <summary>Whether both hold the same terms.</summary>
    public static bool operator ==(TermSet left, TermSet right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(TermSet left, TermSet right) => !left.Equals(right);
}
