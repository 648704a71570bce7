using System.Collections.Immutable;

namespace PolicyAsCode.Language.Model;

/// <summary>All terms that a policy and its code may use: the built-in ones and an organisation's own.</summary>
public sealed class Vocabulary
{
    // By kind, then by key: a dictionary of references is compiled ahead of time, one whose key is a pair is not, and
    // the first thing that every process does is to read the vocabulary.
    private readonly Dictionary<string, Term>[] _byKey;
    private readonly ImmutableArray<Term>[] _byKind;

    /// <summary>A vocabulary of these terms; their indexes are dense within each kind.</summary>
    /// <exception cref="ArgumentException">Two terms of one kind share a key.</exception>
    public Vocabulary(IEnumerable<Term> terms)
    {
        var kinds = Enum.GetValues(typeof(TermKind)).Length;
        _byKey = new Dictionary<string, Term>[kinds];
        _byKind = new ImmutableArray<Term>[kinds];
        for (var kind = 0; kind < kinds; kind++)
            _byKey[kind] = new(StringComparer.Ordinal);
        foreach (var term in terms)
            _byKey[(int)term.Kind].Add(term.Key, term);
        for (var kind = 0; kind < kinds; kind++)
        {
            var inOrder = _byKey[kind].Values.ToArray();
            Array.Sort(inOrder, (one, other) => one.Index.CompareTo(other.Index));
            _byKind[kind] = [.. inOrder];
        }
    }

    /// <summary>The terms of a kind, by index.</summary>
    public ImmutableArray<Term> Terms(TermKind kind) => _byKind[(int)kind];

    /// <summary>
    /// What a key means today: the term of that kind and key or, where another one has replaced it, that one; null for
    /// a key that is in no vocabulary.
    /// </summary>
    public Term? Meant(TermKind kind, string key) =>
        Find(kind, key) is { ReplacedBy: { } successor } old ? Find(kind, successor) ?? old : Find(kind, key);

    /// <summary>The term of that kind and key, in use or not, or null.</summary>
    public Term? Find(TermKind kind, string key) => _byKey[(int)kind].TryGetValue(key, out var term) ? term : null;
}
