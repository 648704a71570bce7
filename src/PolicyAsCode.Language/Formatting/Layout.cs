using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Formatting;

/// <summary>A node with the comments and blank lines that belong to it.</summary>
internal sealed class Layout(SyntaxNode node, bool isFlow)
{
    /// <summary>The word, list or group.</summary>
    public SyntaxNode Node { get; } = node;

    /// <summary>Whether it is written in brackets.</summary>
    public bool IsFlow { get; } = isFlow;

    /// <summary>Its entries or items; empty for a word.</summary>
    public List<LayoutEntry> Entries { get; } = [];

    /// <summary>Comments behind the last entry; null stands for a blank line.</summary>
    public List<string?> Tail { get; } = [];

    /// <summary>The last line of it.</summary>
    public int LastLine { get; set; }

    /// <summary>Where it ends.</summary>
    public int End { get; set; }

    /// <summary>Whether a comment stands somewhere inside.</summary>
    public bool HasComments => Tail.Count > 0 || Entries.Any(entry => entry.HasComments);
}

/// <summary>One entry of a group, or item of a list.</summary>
internal sealed class LayoutEntry(ScalarNode? key)
{
    /// <summary>Its key; null for an item of a list.</summary>
    public ScalarNode? Key { get; } = key;

    /// <summary>Comments above it; null stands for a blank line.</summary>
    public List<string?> Before { get; } = [];

    /// <summary>The comment behind its key, where the value starts on a line below.</summary>
    public Comment? BehindKey { get; set; }

    /// <summary>The comment behind its value.</summary>
    public Comment? Behind { get; set; }

    /// <summary>Its value.</summary>
    public Layout Value { get; set; } = null!;

    /// <summary>Whether a comment stands somewhere in it.</summary>
    public bool HasComments =>
        BehindKey is not null || Behind is not null || Before.Exists(line => line is not null) || Value.HasComments;
}
