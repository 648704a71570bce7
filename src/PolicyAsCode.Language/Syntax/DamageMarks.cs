namespace PolicyAsCode.Language.Syntax;

/// <summary>
/// Marks the nodes in which a broken statement stood, so that nobody is told of a key as missing that is there and only
/// could not be read.
/// </summary>
internal static class DamageMarks
{
    /// <summary>Marks, for each line left out, the innermost node that it belonged to.</summary>
    /// <param name="root">The file.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="dropped">The first lines of what was left out.</param>
    /// <param name="indents">How deep each was indented.</param>
    public static void Place(MappingNode root, LineTable lines, List<int> dropped, List<int> indents)
    {
        for (var i = 0; i < dropped.Count; i++)
            Place(root, lines.Count - 1, dropped[i], indents[i]);
    }

    private static void Place(SyntaxNode node, int lastLine, int line, int indent)
    {
        switch (node)
        {
            case MappingNode mapping:
                for (var i = 0; i < mapping.Entries.Length; i++)
                {
                    var key = mapping.Entries[i].Key.Range.Start;
                    var isLast = i + 1 == mapping.Entries.Length;
                    var end = isLast ? lastLine : mapping.Entries[i + 1].Key.Range.Start.Line - 1;
                    // Below a key that has its word already, the line is a neighbour that was indented too deep.
                    if (key.Line <= line && line <= end && key.Column < indent
                        && mapping.Entries[i].Value is not ScalarNode { IsMissing: false })
                    {
                        Place(mapping.Entries[i].Value, end, line, indent);
                        return;
                    }
                }
                break;
            case SequenceNode sequence:
                for (var i = 0; i < sequence.Items.Length; i++)
                {
                    var item = sequence.Items[i].Range.Start;
                    var end = i + 1 < sequence.Items.Length ? sequence.Items[i + 1].Range.Start.Line - 1 : lastLine;
                    if (item.Line <= line && line <= end && item.Column <= indent)
                    {
                        Place(sequence.Items[i], end, line, indent);
                        return;
                    }
                }
                break;
        }
        node.IsDamaged = true;
    }
}
