using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Build;

/// <summary>
/// The terms of a kind as C# nests them: <c>contact.email</c> is <c>Email</c> in <c>Contact</c>, and <c>contact</c>
/// itself is <c>Any</c> there. Names are unique where they stand and legal C#.
/// </summary>
internal sealed class TermTree
{
    private readonly Dictionary<string, TermTree> _bySegment = new(StringComparer.Ordinal);
    private readonly TermTree? _parent;

    private TermTree(string key, TermTree? parent)
    {
        Key = key;
        _parent = parent;
    }

    /// <summary>The dotted key from the top; empty at the root.</summary>
    public string Key { get; }

    /// <summary>The C# name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The term of that very key; null where only narrower ones exist.</summary>
    public Term? Term { get; private set; }

    /// <summary>The C# name of the term of a node that is a class; null where it is no class, or no term.</summary>
    public string? Any { get; private set; }

    /// <summary>What is below, by key, ordinally.</summary>
    public IReadOnlyCollection<TermTree> Children { get; private set; } = [];

    /// <summary>The tree of these terms, under a class of this name.</summary>
    public static TermTree Of(string className, IEnumerable<Term> terms)
    {
        var root = new TermTree("", parent: null) { Name = className };
        foreach (var term in terms)
            root.Add(term);
        root.NameChildren();
        return root;
    }

    /// <summary>The C# expression of a key: <c>Categories.Contact.Email</c>; null where it is no term.</summary>
    public string? PathOf(string key)
    {
        var node = this;
        foreach (var segment in key.Split('.'))
            if (!node._bySegment.TryGetValue(segment, out node!))
                return null;
        if (node.Term is null)
            return null;

        var path = node.Any is { } any ? $"{node.Name}.{any}" : node.Name;
        for (var above = node._parent; above is not null; above = above._parent)
            path = $"{above.Name}.{path}";
        return path;
    }

    private void Add(Term term)
    {
        var node = this;
        foreach (var segment in term.Key.Split('.'))
        {
            if (!node._bySegment.TryGetValue(segment, out var next))
                node._bySegment.Add(segment, next = new(node.Key == "" ? segment : $"{node.Key}.{segment}", node));
            node = next;
        }
        node.Term = term;
    }

    private void NameChildren()
    {
        var children = _bySegment.Values.ToArray();
        Array.Sort(children, (one, other) => string.CompareOrdinal(one.Key, other.Key));
        Children = children;

        // A member may not have the name of its class (CS0542), nor two members one name.
        var taken = new HashSet<string>(StringComparer.Ordinal) { Name };
        if (Term is not null && Children.Count > 0)
            Any = Take("Any", taken);
        foreach (var child in Children)
        {
            child.Name = Take(Identifier.Of(child.Key.Substring(child.Key.LastIndexOf('.') + 1)), taken);
            child.NameChildren();
        }
    }

    private static string Take(string name, HashSet<string> taken)
    {
        while (!taken.Add(name))
            name += "_";
        return name;
    }
}
