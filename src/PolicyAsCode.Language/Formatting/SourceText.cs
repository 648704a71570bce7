using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Formatting;

/// <summary>
/// A text with what the syntax tree leaves out of it: comments, blank lines, and how each word was written.
/// </summary>
internal sealed class SourceText
{
    private readonly string _text;
    private readonly LineTable _lines;
    private readonly Dictionary<ScalarNode, int> _ends = [];
    private readonly Dictionary<int, Comment> _comments = [];

    public SourceText(string text, SyntaxTree tree)
    {
        _text = text;
        _lines = new(text);
        var words = new List<ScalarNode>();
        Collect(tree.Root, words);
        FindComments(words);
    }

    /// <summary>How many lines there are.</summary>
    public int LineCount => _lines.Count;

    /// <summary>The comments that nobody has taken yet.</summary>
    public IEnumerable<Comment> Left => _comments.Values;

    /// <summary>The texts of all comments of a file, sorted.</summary>
    public static IReadOnlyList<string> CommentsOf(string text, SyntaxTree tree) =>
        [.. new SourceText(text, tree).Left.Select(comment => comment.Text).OrderBy(one => one, StringComparer.Ordinal)];

    /// <summary>The comment of a line between two places, which is then taken; null where there is none.</summary>
    public Comment? Take(int line, int from, int before)
    {
        if (!_comments.TryGetValue(line, out var comment) || comment.Offset < from || comment.Offset >= before)
            return null;
        _comments.Remove(line);
        return comment;
    }

    /// <summary>The comment that has a line for itself; null where there is none.</summary>
    public Comment? OwnLineComment(int line) =>
        _comments.TryGetValue(line, out var comment) && comment.IsAlone ? comment : null;

    /// <summary>Whether nothing stands on a line.</summary>
    public bool IsBlank(int line) => IsBlank(_lines.Start(line), _lines.End(line));

    /// <summary>The line in which a place lies.</summary>
    public int LineOf(int offset) => _lines.LineOf(Math.Min(offset, _text.Length));

    /// <summary>How far to the right a place lies.</summary>
    public int ColumnOf(int offset) => offset - _lines.Start(LineOf(offset));

    /// <summary>Whether a list or group is written in brackets.</summary>
    public bool IsFlow(SyntaxNode node) =>
        node is not ScalarNode && node.Range.Length > 0 && _text[node.Range.Offset] is '{' or '[';

    /// <summary>How a word is written: <c>"</c>, <c>'</c>, <c>|</c>, <c>></c>, or a blank for a plain one.</summary>
    public char StyleOf(ScalarNode word) => !word.IsQuoted ? ' ' : _text[word.Range.Offset];

    /// <summary>Where a word ends.</summary>
    public int EndOf(ScalarNode word) => _ends[word];

    /// <summary>A word as it is written.</summary>
    public string Written(ScalarNode word) =>
        _text.Substring(word.Range.Offset, _ends[word] - word.Range.Offset);

    /// <summary>The place of the first <c>-</c> from a place on that starts an item of a list.</summary>
    public int DashFrom(int offset)
    {
        while (offset < _text.Length && _text[offset] != '-')
        {
            if (_text[offset] == '#')
                offset = _lines.End(LineOf(offset)) - 1;
            offset++;
        }
        return offset;
    }

    private static void Collect(SyntaxNode node, List<ScalarNode> words)
    {
        switch (node)
        {
            case ScalarNode word:
                words.Add(word);
                break;
            case SequenceNode list:
                foreach (var item in list.Items)
                    Collect(item, words);
                break;
            case MappingNode group:
                foreach (var entry in group.Entries)
                {
                    words.Add(entry.Key);
                    Collect(entry.Value, words);
                }
                break;
        }
    }

    // What starts with '#' outside of words, at the start of a line or behind a blank, is a comment.
    private void FindComments(List<ScalarNode> words)
    {
        var at = 0;
        foreach (var word in words.OrderBy(word => word.Range.Offset))
        {
            FindComments(at, word.Range.Offset);
            at = _ends[word] = EndOfWord(word);
        }
        FindComments(at, _text.Length);
    }

    private void FindComments(int from, int before)
    {
        for (var i = from; i < before; i++)
            if (_text[i] == '#' && (i == 0 || char.IsWhiteSpace(_text[i - 1]) || _text[i - 1] == '\uFEFF'))
                i = Add(i);
    }

    private int Add(int start)
    {
        var line = _lines.LineOf(start);
        var end = TextEnd(line);
        var gap = start;
        while (gap > _lines.Start(line) && _text[gap - 1] is ' ' or '\t')
            gap--;
        var isAlone = gap == _lines.Start(line) || _text[gap - 1] == '\uFEFF';
        _comments[line] = new(start, start - gap, isAlone, _text.Substring(start, end - start));
        return end;
    }

    private int EndOfWord(ScalarNode word)
    {
        var (start, end) = (word.Range.Offset, word.Range.Offset + word.Range.Length);
        if (word.IsMissing)
            return start;
        if (StyleOf(word) is not ('|' or '>'))
        {
            while (end > start && char.IsWhiteSpace(_text[end - 1]))
                end--;
            return end;
        }

        // A block of text: all that is indented as deep as its first line, and blank lines between.
        var head = _lines.LineOf(start);
        var headEnd = TextEnd(head);
        for (var i = start; i < headEnd; i++)
            if (_text[i] == '#')
                headEnd = Add(i) is var after && after > i ? i : headEnd;
        while (headEnd > start && char.IsWhiteSpace(_text[headEnd - 1]))
            headEnd--;
        var last = headEnd;
        var indent = -1;
        var keepsBlankLines = _text.IndexOf('+', start, headEnd - start) >= 0;
        for (var line = head + 1; line < _lines.Count; line++)
        {
            if (IsBlank(line))
            {
                if (keepsBlankLines && line + 1 < _lines.Count)
                    last = TextEnd(line);
                continue;
            }
            var depth = 0;
            while (_text[_lines.Start(line) + depth] == ' ')
                depth++;
            if (indent < 0)
                indent = depth;
            if (depth < indent || _lines.Start(line) >= end)
                break;
            last = TextEnd(line);
        }
        return last;
    }

    private int TextEnd(int line)
    {
        var end = _lines.End(line);
        while (end > _lines.Start(line) && (LineTable.IsLineBreak(_text[end - 1]) || _text[end - 1] is ' ' or '\t'))
            end--;
        return end;
    }

    private bool IsBlank(int from, int before)
    {
        for (var i = from; i < before; i++)
            if (!char.IsWhiteSpace(_text[i]) && _text[i] != '\uFEFF')
                return false;
        return true;
    }
}

/// <summary>A comment.</summary>
/// <param name="Offset">Where it starts.</param>
/// <param name="Gap">How many blanks stand before it.</param>
/// <param name="IsAlone">Whether nothing else stands on its line.</param>
/// <param name="Text">The comment, with its <c>#</c>.</param>
internal sealed record Comment(int Offset, int Gap, bool IsAlone, string Text);
