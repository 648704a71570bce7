using System.Text;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Syntax;

/// <summary>Reads the words and texts of a plain file; null is one that is not plain.</summary>
internal sealed class PlainScalars(PlainCursor cursor)
{
    private readonly WordTable _words = new();

    /// <summary>What is written nowhere: it stands where it would stand.</summary>
    public ScalarNode Empty() => new("", isQuoted: false, new(cursor.Position, cursor.Position, cursor.At, 0));

    /// <summary>A word or a quoted text on one line.</summary>
    /// <param name="isFlow">Whether it stands within brackets.</param>
    public ScalarNode? Read(bool isFlow) => cursor.Current switch
    {
        '"' => Escaped(),
        '\'' => Quoted(),
        '-' => cursor.IsBlank(cursor.At + 1) || IsFlowMark(cursor.At + 1) || IsDocumentMark('-') ? null : Word(isFlow),
        '.' => IsDocumentMark('.') ? null : Word(isFlow),
        '?' or ':' or ',' or '[' or ']' or '{' or '}' or '#' or '&' or '*' or '!' or '|' or '>' or '%' or '@' or '`'
            or '\n' or '\r' => null,
        '<' => cursor.Column == 0 ? null : Word(isFlow), // the mark of a merge conflict
        _ => Word(isFlow),
    };

    /// <summary>
    /// The further lines of a text that started as a word; they are indented deeper than what it belongs to. The cursor
    /// stands on the second one.
    /// </summary>
    public ScalarNode? Continue(ScalarNode first, int column)
    {
        var text = new StringBuilder(first.Value);
        var line = first.Range.End.Line;
        while (true)
        {
            text.Append(cursor.Line == line + 1 ? " " : new string('\n', cursor.Line - line - 1));
            if (Word(isFlow: false) is not { } next)
                return null;
            text.Append(next.Value);
            line = cursor.Line;
            if (!cursor.IsLineEnd)
                return cursor.IsComment && !IsFollowed(column) ? Whole(next) : null;
            if (!cursor.SkipToContent(out var overComment) || cursor.Column <= column)
                return Whole(next);
            if (overComment)
                return null;
        }

        bool IsFollowed(int below) => cursor.SkipToContent(out _) && cursor.Column > below;

        ScalarNode Whole(ScalarNode last)
        {
            var (start, end) = (first.Range, last.Range);
            return new(text.ToString(), isQuoted: false,
                new(start.Start, end.End, start.Offset, end.Offset + end.Length - start.Offset));
        }
    }

    /// <summary>
    /// A text in lines of its own, behind <c>|</c> or <c>&gt;</c> (YAML 1.2, 8.1). The cursor ends at the start of the
    /// line behind it.
    /// </summary>
    /// <param name="column">Its lines are indented deeper than this.</param>
    public ScalarNode? Block(int column)
    {
        var (start, offset) = (cursor.Position, cursor.At);
        var isLiteral = cursor.Current == '|';
        cursor.At++;
        var chomping = cursor.Current is '+' or '-' ? cursor.Current : ' ';
        if (chomping != ' ')
            cursor.At++;
        if (!cursor.IsBlank(cursor.At) || !cursor.SkipToLineEnd())
            return null;
        cursor.SkipLine();

        var breaks = 0; // of empty lines that are not yet known to stand in the text or behind it
        var indent = BlockIndent(ref breaks);
        if (indent <= column)
            return null;
        var text = new StringBuilder();
        var hasLine = false;
        var wasDeeper = false;
        while (!cursor.IsEnd && cursor.Column == indent)
        {
            var isDeeper = cursor.Current == ' ';
            if (hasLine && (isLiteral || wasDeeper || isDeeper))
                text.Append('\n');
            else if (hasLine && breaks == 0)
                text.Append(' ');
            text.Append('\n', breaks);
            (hasLine, wasDeeper) = (true, isDeeper);
            var from = cursor.At;
            while (!cursor.IsLineEnd)
                cursor.At++;
            if (cursor.IsEnd)
                return null; // without its last line break
            text.Append(cursor.Text, from, cursor.At - from);
            cursor.SkipLine();
            SkipEmptyLines(indent, ref breaks);
        }
        if (chomping != '-')
            text.Append('\n');
        if (chomping == '+')
            text.Append('\n', breaks);
        cursor.At = cursor.LineStart;
        return new(text.ToString(), isQuoted: true,
            new(start, cursor.Position, offset, cursor.At - offset));
    }

    private bool IsFlowMark(int at) => cursor.Text[at] is ',' or '[' or ']' or '{' or '}';

    private bool IsDocumentMark(char character) =>
        cursor.Column == 0 && string.CompareOrdinal(cursor.Text, cursor.At, new string(character, 3), 0, 3) == 0;

    // The first line that is not empty says how deep all are. YamlDotNet wants nothing at all in those above it.
    private int BlockIndent(ref int breaks)
    {
        while (!cursor.IsEnd && cursor.IsLineEnd)
        {
            breaks++;
            cursor.SkipLine();
        }
        cursor.SkipBlanks();
        return cursor.IsEnd || cursor.IsLineEnd ? -1 : cursor.Column;
    }

    private void SkipEmptyLines(int indent, ref int breaks)
    {
        breaks = 0;
        while (true)
        {
            while (cursor.Column < indent && cursor.Current == ' ')
                cursor.At++;
            if (cursor.IsEnd || !cursor.IsLineEnd)
                return;
            breaks++;
            cursor.SkipLine();
        }
    }

    private ScalarNode? Quoted()
    {
        var start = cursor.At++;
        while (cursor.Current != '\'')
        {
            if (cursor.IsLineEnd)
                return null;
            cursor.At++;
        }
        cursor.At++;
        // Two of them stand for one.
        return cursor.Current is '"' or '\'' ? null : Node(start, start + 1, cursor.At - 1, isQuoted: true);
    }

    private ScalarNode? Escaped()
    {
        var start = cursor.At++;
        StringBuilder? text = null;
        while (cursor.Current != '"')
        {
            var character = cursor.Current;
            if (cursor.IsLineEnd)
                return null;
            if (character == '\\')
            {
                text ??= new(cursor.Text, start + 1, cursor.At - start - 1, cursor.At - start + 32);
                cursor.At++;
                switch (cursor.Current)
                {
                    case '"' or '\\' or '/':
                        character = cursor.Current;
                        break;
                    case 'n':
                        character = '\n';
                        break;
                    default:
                        return null;
                }
            }
            text?.Append(character);
            cursor.At++;
        }
        cursor.At++;
        if (cursor.Current is '"' or '\'')
            return null;
        var node = Node(start, start + 1, cursor.At - 1, isQuoted: true);
        return text is null ? node : new(text.ToString(), isQuoted: true, node.Range);
    }

    // Up to a colon, a comment, the end of the line or, within brackets, of what they hold.
    private ScalarNode? Word(bool isFlow)
    {
        var text = cursor.Text;
        var start = cursor.At;
        var end = start; // behind the last character that is no blank
        var at = start;
        for (; at < text.Length; at++)
        {
            switch (text[at])
            {
                case ' ':
                    continue;
                case '\n' or '\r':
                case '#' when end < at:
                case ':' when cursor.IsBlank(at + 1):
                case ',' or ']' or '}' when isFlow:
                    cursor.At = at;
                    return Node(start, start, end, isQuoted: false);
                case '*' when end < at: // of which YamlDotNet makes an alias, or not
                case '[' or '{' or '?' when isFlow:
                case ':' when isFlow && IsFlowMark(at + 1):
                    return null;
            }
            end = at + 1;
        }
        cursor.At = at;
        return Node(start, start, end, isQuoted: false);
    }

    private ScalarNode Node(int start, int textStart, int textEnd, bool isQuoted)
    {
        var end = isQuoted ? textEnd + 1 : textEnd;
        var range = new TextRange(
            new(cursor.Line, start - cursor.LineStart), new(cursor.Line, end - cursor.LineStart), start, end - start);
        return new(_words.At(cursor.Text, textStart, textEnd - textStart), isQuoted, range);
    }
}
