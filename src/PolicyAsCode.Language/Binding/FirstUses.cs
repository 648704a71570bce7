using PolicyAsCode.Language.Model;

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
        var index = use.Value.Index;
        if (index >= _isKnown.Length)
            Array.Resize(ref _isKnown, Math.Max(index + 1, _isKnown.Length * 2));
        if (_isKnown[index])
            return;
        _isKnown[index] = true;
        _uses.Add(use);
    }

    /// <summary>Notes uses.</summary>
    public void Add(Located<Term>[] uses)
    {
        foreach (var use in uses)
            Add(use);
    }
}
