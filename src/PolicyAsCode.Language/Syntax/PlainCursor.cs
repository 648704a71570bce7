using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Syntax;

/// <summary>A place in a plain text, moved over what means nothing: blanks, comments, ends of lines.</summary>
internal sealed class PlainCursor(string text)
{
    /// <summary>The whole text.</summary>
    public string Text => text;

    /// <summary>Where it stands.</summary>
    public int At { get; set; }

    /// <summary>The line in which it stands.</summary>
    public int Line { get; private set; }

    /// <summary>Where that line starts.</summary>
    public int LineStart { get; private set; }

    /// <summary>The column at which it stands.</summary>
    public int Column => At - LineStart;

    /// <summary>Whether nothing follows.</summary>
    public bool IsEnd => At == text.Length;

    /// <summary>The character there; a text ends like a line.</summary>
    public char Current => At < text.Length ? text[At] : '\n';

    /// <summary>Whether a line ends there.</summary>
    public bool IsLineEnd => Current is '\n' or '\r';

    /// <summary>Whether the '-' of an item stands there.</summary>
    public bool IsDash => Current == '-' && IsBlank(At + 1);

    /// <summary>Whether a comment starts there.</summary>
    public bool IsComment => Current == '#' && (At == LineStart || text[At - 1] == ' ');

    /// <summary>Line and column.</summary>
    public TextPosition Position => new(Line, Column);

    /// <summary>Whether a blank stands at an offset, or a line ends there.</summary>
    public bool IsBlank(int at) => at >= text.Length || text[at] is ' ' or '\n' or '\r';

    /// <summary>
    /// Whether the text has only characters that mean the same to everybody: no tabs, no marks of control or direction,
    /// no ends of lines but the two usual ones.
    /// </summary>
    public bool HasPlainCharacters()
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isPlain = text[i] switch
            {
                '\n' => true,
                '\r' => i + 1 < text.Length && text[i + 1] == '\n',
                >= '\u007F' when WordProcessorQuotes.Opens(text[i]) => false,
                < ' ' or (>= '\u007F' and <= '\u00A0') or '\u2028' or '\u2029' or '\uFEFF' or >= '\uFFFD' => false,
                _ => true,
            };
            if (!isPlain)
                return false;
        }
        return true;
    }

    /// <summary>Over blanks.</summary>
    public void SkipBlanks()
    {
        while (Current == ' ')
            At++;
    }

    /// <summary>Over blanks; true where the line says nothing more.</summary>
    public bool SkipToLineEnd()
    {
        SkipBlanks();
        return IsLineEnd || IsComment;
    }

    /// <summary>
    /// From the end of a line, or from the start of one, to the first line that says something; false where there is
    /// none.
    /// </summary>
    public bool SkipToContent(out bool overComment)
    {
        overComment = false;
        while (true)
        {
            SkipBlanks();
            if (!IsLineEnd && Current != '#')
                return true;
            overComment |= Current == '#';
            SkipLine();
            if (IsEnd)
                return false;
        }
    }

    /// <summary>To the start of the next line, or to the end.</summary>
    public void SkipLine()
    {
        var end = text.IndexOf('\n', At);
        At = end < 0 ? text.Length : end + 1;
        if (end >= 0)
            (Line, LineStart) = (Line + 1, At);
    }
}
