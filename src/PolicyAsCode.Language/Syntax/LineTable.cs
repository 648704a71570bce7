using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Syntax;

/// <summary>The lines of a text, cut where Roslyn cuts them, so that both count alike.</summary>
internal sealed class LineTable
{
    private readonly List<int> _starts = [0];
    private readonly int _length;
    private int _last; // asked for in order, mostly: the line of last time or the one below it

    public LineTable(string text)
    {
        _length = text.Length;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                i++;
            if (IsLineBreak(text[i]))
                _starts.Add(i + 1);
        }
    }

    /// <summary>How many lines there are; an empty text has one.</summary>
    public int Count => _starts.Count;

    public static bool IsLineBreak(char character) =>
        character is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>Where a line starts.</summary>
    public int Start(int line) => _starts[line];

    /// <summary>Where the next line starts, or the text ends.</summary>
    public int End(int line) => line + 1 < _starts.Count ? _starts[line + 1] : _length;

    /// <summary>The line in which an offset lies.</summary>
    public int LineOf(int offset)
    {
        for (var line = _last; line < _starts.Count && line < _last + 2; line++)
            if (_starts[line] <= offset && (line + 1 == _starts.Count || offset < _starts[line + 1]))
                return _last = line;
        var found = _starts.BinarySearch(offset);
        return _last = found >= 0 ? found : ~found - 1;
    }

    /// <summary>The stretch between two offsets, both brought into the text.</summary>
    public TextRange Range(int start, int end)
    {
        start = Math.Max(0, Math.Min(start, _length));
        end = Math.Max(start, Math.Min(end, _length));
        return new(Position(start), Position(end), start, end - start);
    }

    private TextPosition Position(int offset)
    {
        var line = LineOf(offset);
        return new(line, offset - _starts[line]);
    }
}
