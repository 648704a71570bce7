using System.Collections.Immutable;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Formatting;

/// <summary>Gives each comment and each blank line to the statement that it belongs to.</summary>
internal sealed class LayoutReader(SourceText source)
{
    /// <summary>Reads a file.</summary>
    public Layout Read(MappingNode root)
    {
        var layout = Group(root, lastLine: -1, parentColumn: -1, limit: int.MaxValue);
        if (!layout.IsFlow)
            return layout;
        // What stands behind a root in brackets.
        for (var line = layout.LastLine; line < source.LineCount; line++)
            if (source.Take(line, layout.End, int.MaxValue) is { } comment)
                layout.Tail.Add(comment.Text);
        return layout;
    }

    // lastLine: the last line of what stands before the node; limit: where what it may take ends.
    private Layout Node(SyntaxNode node, int lastLine, int parentColumn, int limit) => node switch
    {
        MappingNode group => Group(group, lastLine, parentColumn, limit),
        SequenceNode list => List(list, lastLine, parentColumn, limit),
        _ => Word((ScalarNode)node, lastLine),
    };

    private Layout Word(ScalarNode word, int lastLine)
    {
        var end = source.EndOf(word);
        return new(word, isFlow: false)
        {
            End = end,
            LastLine = word.IsMissing ? lastLine : source.LineOf(Math.Max(word.Range.Offset, end - 1)),
        };
    }

    private Layout Group(MappingNode group, int lastLine, int parentColumn, int limit)
    {
        var layout = Start(group, ref lastLine, ref limit);
        var entries = group.Entries.OrderBy(entry => entry.Key.Range.Offset).ToImmutableArray();
        for (var i = 0; i < entries.Length; i++)
        {
            var (key, value) = (entries[i].Key, entries[i].Value);
            var start = key.Range.Offset;
            var entry = new LayoutEntry(key);
            AddBefore(entry, lastLine, start);
            var next = i + 1 < entries.Length ? Math.Min(limit, entries[i + 1].Key.Range.Offset) : limit;
            var keyEnd = source.EndOf(key);
            var keyLine = source.LineOf(keyEnd);
            if (IsBelow(value, keyLine))
                entry.BehindKey = source.Take(keyLine, keyEnd, next);
            entry.Value = Node(value, keyLine, source.ColumnOf(start), next);
            if (value is ScalarNode { IsMissing: true })
                entry.Value.End = keyEnd;
            entry.Behind = source.Take(entry.Value.LastLine, entry.Value.End, next);
            lastLine = entry.Value.LastLine;
            layout.Entries.Add(entry);
        }
        var column = entries.Length == 0 ? 0 : source.ColumnOf(entries[0].Key.Range.Offset);
        return Finish(layout, lastLine, column, parentColumn);
    }

    private Layout List(SequenceNode list, int lastLine, int parentColumn, int limit)
    {
        var layout = Start(list, ref lastLine, ref limit);
        var starts = Starts(list, layout.IsFlow);
        var at = list.Range.Offset;
        for (var i = 0; i < list.Items.Length; i++)
        {
            var item = list.Items[i];
            var start = starts?[i] ?? source.DashFrom(at);
            var entry = new LayoutEntry(null);
            AddBefore(entry, lastLine, start);
            var next = starts is not null && i + 1 < starts.Length ? Math.Min(limit, starts[i + 1]) : limit;
            var startLine = source.LineOf(start);
            if (!layout.IsFlow && IsBelow(item, startLine) && source.Take(startLine, start, next) is { } behindDash)
                entry.Before.Add(behindDash.Text);
            entry.Value = Node(item, startLine, source.ColumnOf(start), next);
            if (item is ScalarNode { IsMissing: true })
                entry.Value.End = start + 1;
            entry.Behind = source.Take(entry.Value.LastLine, entry.Value.End, next);
            lastLine = entry.Value.LastLine;
            at = entry.Value.End;
            layout.Entries.Add(entry);
        }
        return Finish(layout, lastLine, source.ColumnOf(list.Range.Offset), parentColumn);
    }

    private static int[]? Starts(SequenceNode list, bool isFlow) =>
        isFlow ? [.. list.Items.Select(item => item.Range.Offset)] : null;

    private bool IsBelow(SyntaxNode node, int line) => node is ScalarNode word
        ? !word.IsMissing && (source.LineOf(word.Range.Offset) > line || source.StyleOf(word) is '|' or '>')
        : source.LineOf(node.Range.Offset) > line;

    private Layout Start(SyntaxNode node, ref int lastLine, ref int limit)
    {
        var layout = new Layout(node, source.IsFlow(node));
        if (layout.IsFlow)
        {
            lastLine = source.LineOf(node.Range.Offset);
            limit = Math.Min(limit, node.Range.Offset + node.Range.Length);
        }
        return layout;
    }

    private void AddBefore(LayoutEntry entry, int lastLine, int start)
    {
        if (lastLine >= 0 && source.Take(lastLine, 0, start) is { } behindBracket)
            entry.Before.Add(behindBracket.Text);
        var startLine = source.LineOf(start);
        for (var line = lastLine + 1; line < startLine; line++)
            if (source.IsBlank(line))
                entry.Before.Add(null);
            else if (source.Take(line, 0, start) is { } comment)
                entry.Before.Add(comment.Text);
    }

    // What is indented as deep as the entries stays with them; what stands further left is the next one's.
    private Layout Finish(Layout layout, int lastLine, int column, int parentColumn)
    {
        var end = layout.Node.Range.Offset + layout.Node.Range.Length;
        if (layout.IsFlow)
        {
            for (var line = lastLine; line <= source.LineOf(end - 1); line++)
                if (source.Take(line, 0, end) is { } comment)
                    layout.Tail.Add(comment.Text);
            layout.End = end;
            layout.LastLine = source.LineOf(end - 1);
            return layout;
        }

        layout.End = layout.Entries.Count == 0 ? end : layout.Entries[layout.Entries.Count - 1].Value.End;
        layout.LastLine = lastLine;
        var blanks = 0;
        for (var line = lastLine + 1; line < source.LineCount; line++)
        {
            if (source.IsBlank(line))
            {
                blanks++;
                continue;
            }
            if (source.OwnLineComment(line) is not { } comment
                || source.ColumnOf(comment.Offset) < column || source.ColumnOf(comment.Offset) <= parentColumn)
                break;
            if (blanks > 0)
                layout.Tail.Add(null);
            blanks = 0;
            layout.Tail.Add(comment.Text);
            source.Take(line, 0, int.MaxValue);
            layout.LastLine = line;
        }
        return layout;
    }
}
