using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Syntax;

/// <summary>A word that was read and is not a node yet: it may become a key, which is one with its value.</summary>
internal readonly struct PlainScalar(string value, bool isQuoted, TextRange range)
{
    /// <summary>The text, without quotes.</summary>
    public string Value => value;

    /// <summary>Where it stands.</summary>
    public TextRange Range => range;

    /// <summary>The node of it.</summary>
    public ScalarNode ToNode() => new(value, isQuoted, range);

    /// <summary>The entry of which it is the key.</summary>
    public MappingEntry ToEntry(SyntaxNode behind) => new(value, isQuoted, range, behind);
}
