using System.Collections.Immutable;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>
/// Where each term of one kind is used first, which is where it is reported. Where else a large policy uses it, tens of
/// thousands of times, nobody needs to remember.
/// </summary>
internal sealed class FirstUses
{
    private readonly List<Located<Term>> _uses = [];
    private bool[] _isKnown = new bool[64]; // by the term's index

    /// <summary>One use of each term, in the order of the file.</summary>
    public IReadOnlyList<Located<Term>> All => _uses;

    /// <summary>Notes a use.</summary>
    public void Add(Located<Term> use)
    {
        if (IsNew(use.Value))
            _uses.Add(use);
    }

    /// <summary>Notes the terms of a list.</summary>
    public void Add(ImmutableArray<Term> terms, SyntaxNode? list, BindingContext context)
    {
        foreach (var term in terms)
            if (IsNew(term))
                _uses.Add(new(term, Place(list!, term, context), context));
    }

    /// <summary>Where a list names a term that was read from it.</summary>
    public static SyntaxNode Place(SyntaxNode list, Term term, BindingContext context)
    {
        if (list is SequenceNode sequence)
            foreach (var item in sequence.Items)
                if (item is ScalarNode word && context.Vocabulary.Meant(term.Kind, word.Value) == term)
                    return item;
        return list;
    }

    private bool IsNew(Term term)
    {
        if (term.Index >= _isKnown.Length)
            Array.Resize(ref _isKnown, Math.Max(term.Index + 1, _isKnown.Length * 2));
        var isNew = !_isKnown[term.Index];
        _isKnown[term.Index] = true;
        return isNew;
    }

    /// <summary>Notes uses.</summary>
    public void Add(Located<Term>[] uses)
    {
        foreach (var use in uses)
            Add(use);
    }
}
