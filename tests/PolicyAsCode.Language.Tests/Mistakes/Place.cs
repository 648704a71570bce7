using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Tests.Mistakes;

/// <summary>A key of a file, and the ways to write something else there.</summary>
/// <param name="Text">The whole file.</param>
/// <param name="Entry">The key and its value.</param>
/// <param name="Path">The keys from the file's own down to it.</param>
/// <param name="IsInBraces">Whether it stands in braces, with others on its line.</param>
/// <param name="Depth">How many keys stand above it.</param>
internal sealed record Place(string Text, MappingEntry Entry, string Path, bool IsInBraces, int Depth)
{
    private int KeyStart => Entry.Key.Range.Offset;

    private int KeyEnd => KeyStart + Entry.Key.Range.Length;

    private int End => IsMissing
        ? Text.IndexOf(':', KeyEnd) + 1
        : Entry.Value.Range.Offset + Entry.Value.Range.Length;

    /// <summary>Whether nothing is written there.</summary>
    public bool IsMissing => Entry.Value is ScalarNode { IsMissing: true };

    /// <summary>Whether a word or a text is.</summary>
    public bool IsWord => Entry.Value is ScalarNode { IsMissing: false };

    /// <summary>Whether it is one of the file's own keys.</summary>
    public bool IsSection => !Path.Contains('.', StringComparison.Ordinal);

    /// <summary>The value as it is written.</summary>
    public string Value => Text.Substring(Entry.Value.Range.Offset, Entry.Value.Range.Length);

    /// <summary>All keys of a file, the file's own first.</summary>
    public static IEnumerable<Place> Of(string path, string text)
    {
        var tree = SyntaxReader.Read(path, text);
        Assert.Empty(tree.Mistakes);
        return In(tree.Root, "", text, false, 0);
    }

    /// <summary>Another value in the place of the one that is written.</summary>
    public string With(string value) => Text[..KeyEnd] + ":" + (value.Length == 0 ? "" : " " + value) + Text[End..];

    /// <summary>The same key a second time.</summary>
    public string Twice() => Followed(Text[KeyStart..End]);

    /// <summary>A further key behind it.</summary>
    public string Followed(string entry) =>
        Text[..End] + (IsInBraces ? ", " : "\n" + new string(' ', Entry.Key.Range.Start.Column)) + entry + Text[End..];

    /// <summary>A text of several lines, as '|' or '>' starts one.</summary>
    public string Block(string sign)
    {
        var indent = "\n  " + new string(' ', Entry.Key.Range.Start.Column);
        return With($"{sign}{indent}some text{indent}of two lines");
    }

    private static IEnumerable<Place> In(SyntaxNode node, string path, string text, bool isInBraces, int depth)
    {
        isInBraces |= node is MappingNode or SequenceNode && node.Range.Length > 0 && text[node.Range.Offset] is '{' or '[';
        switch (node)
        {
            case SequenceNode list:
                foreach (var place in list.Items.SelectMany((item, i) => In(item, $"{path}.{i}", text, isInBraces, depth)))
                    yield return place;
                break;
            case MappingNode mapping:
                foreach (var entry in mapping.Entries)
                {
                    var at = path.Length == 0 ? entry.Key.Value : $"{path}.{entry.Key.Value}";
                    yield return new(text, entry, at, isInBraces, depth);
                    foreach (var place in In(entry.Value, at, text, isInBraces, depth + 1))
                        yield return place;
                }
                break;
        }
    }
}
