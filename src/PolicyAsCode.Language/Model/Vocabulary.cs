using System.Collections.Immutable;

namespace PolicyAsCode.Language.Model;

/// <summary>All terms that a policy and its code may use: the built-in ones and an organisation's own.</summary>
public sealed class Vocabulary
{
    private readonly ImmutableDictionary<(TermKind Kind, string Key), Term> _byKey;
    private readonly ImmutableDictionary<TermKind, ImmutableArray<Term>> _byKind;

    /// <summary>A vocabulary of these terms; their indexes are dense within each kind.</summary>
    /// <exception cref="ArgumentException">Two terms of one kind share a key.</exception>
    public Vocabulary(IEnumerable<Term> terms)
    {
        var all = terms.ToImmutableArray();
        _byKey = all.ToImmutableDictionary(term => (term.Kind, term.Key));
        _byKind = all.GroupBy(term => term.Kind)
            .ToImmutableDictionary(kind => kind.Key, kind => kind.OrderBy(term => term.Index).ToImmutableArray());
    }

    /// <summary>The terms of a kind, by index.</summary>
    public ImmutableArray<Term> Terms(TermKind kind) =>
        _byKind.TryGetValue(kind, out var terms) ? terms : ImmutableArray<Term>.Empty;

    /// <summary>
    /// What a key means today: the term of that kind and key or, where another one has replaced it, that one; null for
    /// a key that is in no vocabulary.
    /// </summary>
    public Term? Meant(TermKind kind, string key) =>
        Find(kind, key) is { ReplacedBy: { } successor } old ? Find(kind, successor) ?? old : Find(kind, key);

    /// <summary>The term of that kind and key, in use or not, or null.</summary>
    public Term? Find(TermKind kind, string key) => _byKey.TryGetValue((kind, key), out var term) ? term : null;
}
