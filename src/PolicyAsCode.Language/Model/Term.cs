using System.Collections.Immutable;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Model;

/// <summary>
/// One word of a vocabulary, interned: a vocabulary has one <see cref="Term"/> per kind and key, so terms of the same
/// vocabulary are compared by reference, and sets of them are bits at <see cref="Index"/>.
/// </summary>
public sealed class Term
{
    /// <summary>What kind of word it is.</summary>
    public required TermKind Kind { get; init; }

    /// <summary>Dense number within the kind, from zero; stable for one vocabulary only.</summary>
    public required int Index { get; init; }

    /// <summary>How policies and attributes write it, such as <c>contact.email</c>.</summary>
    public required string Key { get; init; }

    /// <summary>A short name in English.</summary>
    public required string Label { get; init; }

    /// <summary>A short name in Indonesian.</summary>
    public required string LabelInIndonesian { get; init; }

    /// <summary>What it means, in one or two sentences.</summary>
    public required string Definition { get; init; }

    /// <summary>The same in Indonesian; null where the vocabulary says it in English only.</summary>
    public string? DefinitionInIndonesian { get; init; }

    /// <summary>The broader term: what is said of it holds for this one as well. Null at the top.</summary>
    public Term? Broader { get; init; }

    /// <summary>Names of members that suggest this term, in words: <c>no hp</c>, <c>birth date</c>.</summary>
    public ImmutableArray<string> Hints { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The key of the term to use instead, for a renamed one; null otherwise.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>A category that names or singles out a person by itself, so that anonymising must remove it.</summary>
    public bool Identifies { get; init; }

    /// <summary>A special category (GDPR Art. 9 and 10, UU PDP art. 4(2)).</summary>
    public bool Special { get; init; }

    /// <summary>The same idea, or the next broader one, in W3C's DPV, as an IRI; null where none is said.</summary>
    public string? MapsTo { get; init; }

    /// <summary>The same idea, or the next broader one, in fideslang, as a key; null where none is said.</summary>
    public string? Fideslang { get; init; }

    /// <summary>Where the vocabulary defines it; for the built-in one, a path inside the assembly.</summary>
    public required FileLocation Location { get; init; }

    /// <summary>This term, then its broader ones, nearest first.</summary>
    public IEnumerable<Term> SelfAndBroader()
    {
        for (var term = this; term is not null; term = term.Broader)
            yield return term;
    }

    /// <summary>Whether this term is <paramref name="other"/> or narrower than it.</summary>
    public bool IsWithin(Term other)
    {
        for (var term = this; term is not null; term = term.Broader)
            if (ReferenceEquals(term, other))
                return true;
        return false;
    }

    /// <summary>The key.</summary>
    public override string ToString() => Key;
}
