using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Syntax;

/// <summary>A piece of a file as it was written, before it means anything.</summary>
internal abstract class SyntaxNode(TextRange range, bool isQuoted = false)
{
    // Here, beside the other flag, it takes no memory.
    private protected readonly bool _isQuoted = isQuoted;

    /// <summary>Where it stands; of nothing written, where it would stand.</summary>
    public TextRange Range { get; } = range;

    /// <summary>
    /// Whether something inside could not be read and was left out: what is missing here is no further mistake.
    /// </summary>
    public bool IsDamaged { get; set; }

    /// <summary>What it is, in words of a reader.</summary>
    public abstract Message Description { get; }
}

/// <summary>A word, a number, a text.</summary>
internal class ScalarNode(string value, bool isQuoted, TextRange range) : SyntaxNode(range, isQuoted)
{
    /// <summary>The text, without quotes.</summary>
    public string Value { get; } = value;

    /// <summary>Whether it stands in quotes, or in a block of text.</summary>
    public bool IsQuoted => _isQuoted;

    /// <summary>Whether nothing is written, or one of YAML's own words for nothing.</summary>
    public bool IsMissing => !IsQuoted && (Value is "" or "~" or "null");

    /// <inheritdoc/>
    public override Message Description =>
        Value.Length == 0 || IsMissing ? Message.Of("Syntax.Nothing") : Message.Verbatim($"'{Value}'");
}

/// <summary>A list.</summary>
internal sealed class SequenceNode(ImmutableArray<SyntaxNode> items, TextRange range) : SyntaxNode(range)
{
    /// <summary>Its items.</summary>
    public ImmutableArray<SyntaxNode> Items { get; } = items;

    /// <inheritdoc/>
    public override Message Description => Message.Of("Syntax.List");
}

/// <summary>Keys with their values.</summary>
internal sealed class MappingNode(ImmutableArray<MappingEntry> entries, TextRange range) : SyntaxNode(range)
{
    /// <summary>Its entries, as written: a key may stand there twice.</summary>
    public ImmutableArray<MappingEntry> Entries { get; } = entries;

    /// <inheritdoc/>
    public override Message Description => Message.Of("Syntax.Group");
}

/// <summary>
/// One key and its value. It is its own key: a policy of a thousand statements has seven thousand keys, and the
/// collector looks at each object of them as often as it runs while they are read.
/// </summary>
internal sealed class MappingEntry(string key, bool isQuoted, TextRange place, SyntaxNode value)
    : ScalarNode(key, isQuoted, place)
{
    /// <summary>The key.</summary>
    public ScalarNode Key => this;

    /// <summary>What stands behind it.</summary>
    public new SyntaxNode Value { get; } = value;
}
