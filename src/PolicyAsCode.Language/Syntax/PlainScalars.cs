using System.Text;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Syntax;

/// <summary>Reads the words and texts of a plain file; false or null is one that is not plain.</summary>
internal sealed class PlainScalars(PlainCursor cursor)
{
    private readonly WordTable _words = new();

    /// <summary>A word or a quoted text on one line.</summary>
    /// <param name="isFlow">Whether it stands within brackets.</param>
    /// <param name="scalar">What was read.</param>
    public bool TryRead(bool isFlow, out PlainScalar scalar)
    {
        scalar = default;
        switch (cursor.Current)
        {
            case '"':
                return TryReadEscaped(out scalar);
            case '\'':
                return TryReadQuoted(out scalar);
            case '-' when cursor.IsBlank(cursor.At + 1) || IsFlowMark(cursor.At + 1) || IsDocumentMark('-'):
            case '.' when IsDocumentMark('.'):
            case '<' when cursor.Column == 0: // the mark of a merge conflict
            case '?' or ':' or ',' or '[' or ']' or '{' or '}' or '#' or '&' or '*' or '!' or '|' or '>' or '%' or '@'
                or '`' or '\n' or '\r':
                return false;
            default:
                return TryReadWord(isFlow, out scalar);
        }
    }

    /// <summary>
    /// The further lines of a text that started as a word; they are indented deeper than what it belongs to. The cursor
    /// stands on the second one.
    /// </summary>
    public ScalarNode? Continue(PlainScalar first, int column)
    {
        var text = new StringBuilder(first.Value);
        var line = first.Range.End.Line;
        while (true)
        {
            text.Append(cursor.Line == line + 1 ? " " : new string('\n', cursor.Line - line - 1));
            if (!TryReadWord(isFlow: false, out var next))
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

        ScalarNode Whole(PlainScalar last)
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

    private bool TryReadQuoted(out PlainScalar scalar)
    {
        scalar = default;
        var start = cursor.At++;
        while (cursor.Current != '\'')
        {
            if (cursor.IsLineEnd)
                return false;
            cursor.At++;
        }
        cursor.At++;
        // Two of them stand for one.
        if (cursor.Current is '"' or '\'')
            return false;
        scalar = new(_words.At(cursor.Text, start + 1, cursor.At - start - 2), isQuoted: true, Range(start, cursor.At));
        return true;
    }

    private bool TryReadEscaped(out PlainScalar scalar)
    {
        scalar = default;
        var start = cursor.At++;
        StringBuilder? text = null;
        while (cursor.Current != '"')
        {
            var character = cursor.Current;
            if (cursor.IsLineEnd)
                return false;
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
                        return false;
                }
            }
            text?.Append(character);
            cursor.At++;
        }
        cursor.At++;
        if (cursor.Current is '"' or '\'')
            return false;
        scalar = new(
            text?.ToString() ?? _words.At(cursor.Text, start + 1, cursor.At - start - 2), isQuoted: true,
            Range(start, cursor.At));
        return true;
    }

    // Up to a colon, a comment, the end of the line or, within brackets, of what they hold.
    private bool TryReadWord(bool isFlow, out PlainScalar word)
    {
        word = default;
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
                    word = Word(start, end, at);
                    return true;
                case '*' when end < at: // of which YamlDotNet makes an alias, or not
                case '[' or '{' or '?' when isFlow:
                case ':' when isFlow && IsFlowMark(at + 1):
                    return false;
            }
            end = at + 1;
        }
        word = Word(start, end, at);
        return true;
    }

    private PlainScalar Word(int start, int end, int next)
    {
        cursor.At = next;
        return new(_words.At(cursor.Text, start, end - start), isQuoted: false, Range(start, end));
    }

    private TextRange Range(int start, int end) => new(
        new(cursor.Line, start - cursor.LineStart), new(cursor.Line, end - cursor.LineStart), start, end - start);
}
