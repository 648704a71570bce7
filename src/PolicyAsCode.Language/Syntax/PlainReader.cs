using System.Runtime.InteropServices;
using System.Collections.Immutable;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Syntax;

/// <summary>
/// Reads the part of YAML in which policies are written: keys, lists, <c>{ }</c>, <c>[ ]</c>, words and quoted texts of
/// one line. A file with anything else in it, or with any mistake, is not read here at all: <see cref="YamlDoor"/> reads
/// it and has the last word. The tests hold both to the same nodes at the same places.
/// <para>
/// YamlDotNet makes a token, an event and several marks of each word, 7 kB a statement, and is compiled just in time in
/// every process. Here only the nodes are made, and each word once.
/// </para>
/// </summary>
internal sealed class PlainReader
{
    // YAML gives up on a key that is longer than 1024 characters.
    private const int LongestKey = 1000;

    private readonly string _text;
    private readonly WordTable _words = new();

    // The parts of the lists that are open, innermost last: a list is made when its end is known, once, at its length.
    private readonly List<SyntaxNode> _items = [];
    private readonly List<MappingEntry> _entries = [];

    private int _at;
    private int _line;
    private int _lineStart;
    private int _flowIndent; // what stands within brackets stands deeper than this
    private int _nodes;
    private int _depth;

    private PlainReader(string text) => _text = text;

    /// <summary>Reads a text; null for one that is not as plain as that.</summary>
    public static MappingNode? Read(string text)
    {
        var reader = new PlainReader(text);
        return reader.HasPlainCharacters() && reader.ToContent() && reader.Column == 0 && !reader.IsDash
            && reader.BlockMapping(0) is { } root && reader.IsEnd
                ? root
                : null;
    }

    private int Column => _at - _lineStart;

    private bool IsEnd => _at == _text.Length;

    private char Current => _at < _text.Length ? _text[_at] : '\n';

    // The '-' of an item.
    private bool IsDash => Current == '-' && IsBlank(_at + 1);

    private bool IsComment => Current == '#' && (_at == _lineStart || _text[_at - 1] == ' ');

    private bool HasPlainCharacters()
    {
        for (var i = 0; i < _text.Length; i++)
        {
            var isPlain = _text[i] switch
            {
                '\n' => true,
                '\r' => i + 1 < _text.Length && _text[i + 1] == '\n',
                < ' ' or (>= '\u007F' and <= '\u00A0') or '\u2028' or '\u2029' or '\uFEFF' or >= '\uFFFD' => false,
                _ => true,
            };
            if (!isPlain)
                return false;
        }
        return true;
    }

    private MappingNode? BlockMapping(int column)
    {
        if (!Open())
            return null;
        var first = _entries.Count;
        var start = Position();
        var offset = _at;
        do
        {
            if (Key(isFlow: false) is not { } key || BlockValue(column) is not { } value)
                return null;
            _entries.Add(new(key, value));
        }
        while (!IsEnd && Column == column);
        // What is indented otherwise than all above it is a mistake, or the next line of a text.
        if (!IsEnd && Column > column)
            return null;
        var last = _entries[_entries.Count - 1].Value.Range;
        return Close(first, Range(start, offset, last.End, last.Offset + last.Length));
    }

    // What stands behind a key, on its line or below it.
    private SyntaxNode? BlockValue(int column)
    {
        var missing = Empty();
        if (!SkipToValue())
            return InLine(column);
        if (ToContent() && (Column > column || (Column == column && IsDash)))
            return Below();
        return missing;
    }

    private SyntaxNode? BlockSequence(int column)
    {
        if (!Open())
            return null;
        var first = _items.Count;
        var start = Position();
        var offset = _at;
        do
        {
            _at++;
            if (BlockItem(column) is not { } item)
                return null;
            _items.Add(item);
        }
        while (!IsEnd && Column == column && IsDash);
        if (!IsEnd && Column > column)
            return null;
        var last = _items[_items.Count - 1].Range;
        return CloseItems(first, Range(start, offset, last.End, last.Offset + last.Length));
    }

    private SyntaxNode? BlockItem(int column)
    {
        var missing = Empty();
        if (SkipToValue())
            return ToContent() && Column > column ? Below() : missing;
        return IsDash ? null : IsKey() ? BlockMapping(Column) : InLine(column);
    }

    private SyntaxNode? Below() => IsDash ? BlockSequence(Column) : BlockMapping(Column);

    // Whether the line goes on with a key. Nothing is read.
    private bool IsKey()
    {
        if (Current is '[' or '{')
            return false;
        var (at, nodes) = (_at, _nodes);
        var isKey = Scalar(isFlow: false) is not null && Current == ':';
        (_at, _nodes) = (at, nodes);
        return isKey;
    }

    // A value that is the rest of its line, or of several within brackets.
    private SyntaxNode? InLine(int column)
    {
        _flowIndent = column;
        var value = Current is '[' or '{' ? Flow() : Scalar(isFlow: false);
        if (value is null || !SkipToValue())
            return null;
        // A deeper line would be the next one of the same text.
        return ToContent() && Column > column ? null : value;
    }

    private SyntaxNode? Flow() => Current switch
    {
        '[' => FlowSequence(),
        '{' => FlowMapping(),
        _ => Scalar(isFlow: true),
    };

    private SequenceNode? FlowSequence()
    {
        if (!Open())
            return null;
        var first = _items.Count;
        var start = Position();
        var offset = _at++;
        if (!SkipInFlow())
            return null;
        while (Current != ']')
        {
            if (Flow() is not { } item)
                return null;
            _items.Add(item);
            if (!SkipInFlow() || !(Current == ']' || (SkipComma() && Current != ']')))
                return null;
        }
        _at++;
        return CloseItems(first, Range(start, offset, Position(), _at));
    }

    private MappingNode? FlowMapping()
    {
        if (!Open())
            return null;
        var first = _entries.Count;
        var start = Position();
        var offset = _at++;
        if (!SkipInFlow())
            return null;
        while (Current != '}')
        {
            if (Key(isFlow: true) is not { } key || !SkipInFlow() || Flow() is not { } value)
                return null;
            _entries.Add(new(key, value));
            if (!SkipInFlow() || !(Current == '}' || (SkipComma() && Current != '}')))
                return null;
        }
        _at++;
        return Close(first, Range(start, offset, Position(), _at));
    }

    private bool SkipComma()
    {
        if (Current != ',')
            return false;
        _at++;
        return SkipInFlow();
    }

    // A key with its colon.
    private ScalarNode? Key(bool isFlow)
    {
        if (Scalar(isFlow) is not { Range.Length: <= LongestKey, Value: not "<<" } key
            || Current != ':' || !IsBlank(_at + 1))
            return null;
        _at++;
        return key;
    }

    private ScalarNode? Scalar(bool isFlow) => Current switch
    {
        '"' or '\'' => Quoted(Current),
        '-' => IsBlank(_at + 1) || IsDocumentMark('-') ? null : Word(isFlow),
        '.' => IsDocumentMark('.') ? null : Word(isFlow),
        '?' or ':' or ',' or '[' or ']' or '{' or '}' or '#' or '&' or '*' or '!' or '|' or '>' or '%' or '@' or '`'
            or '\n' or '\r' => null,
        '<' => Column == 0 ? null : Word(isFlow), // the mark of a merge conflict
        _ => Word(isFlow),
    };

    private bool IsDocumentMark(char character) =>
        Column == 0 && string.CompareOrdinal(_text, _at, new string(character, 3), 0, 3) == 0;

    // A text in quotes that ends on its line and holds nothing that stands for something else.
    private ScalarNode? Quoted(char quote)
    {
        var start = _at++;
        while (Current != quote)
        {
            if (Current is '\n' or '\r' or '\\')
                return null;
            _at++;
        }
        _at++;
        return Current is '"' or '\'' ? null : Node(start, start + 1, _at - 1, isQuoted: true);
    }

    // Up to a colon, a comment, the end of the line or, within brackets, of what they hold.
    private ScalarNode? Word(bool isFlow)
    {
        var start = _at;
        var end = _at; // behind the last character that is no blank
        for (; _at < _text.Length; _at++)
        {
            switch (_text[_at])
            {
                case ' ':
                    continue;
                case '\n' or '\r':
                case '#' when end < _at:
                case ':' when IsBlank(_at + 1):
                case ',' or ']' or '}' when isFlow:
                    return Node(start, start, end, isQuoted: false);
                case '*' when end < _at: // of which YamlDotNet makes an alias, or not
                case '[' or '{' or '?' when isFlow:
                case ':' when isFlow && _text[_at + 1] is (',' or '[' or ']' or '{' or '}'):
                    return null;
            }
            end = _at + 1;
        }
        return Node(start, start, end, isQuoted: false);
    }

    private ScalarNode Empty()
    {
        _nodes++;
        return new("", isQuoted: false, new(Position(), Position(), _at, 0));
    }

    private ScalarNode Node(int start, int textStart, int textEnd, bool isQuoted)
    {
        _nodes++;
        var end = isQuoted ? textEnd + 1 : textEnd;
        var range = new TextRange(
            new(_line, start - _lineStart), new(_line, end - _lineStart), start, end - start);
        return new(_words.At(_text, textStart, textEnd - textStart), isQuoted, range);
    }

    private TextPosition Position() => new(_line, Column);

    private static TextRange Range(TextPosition start, int offset, TextPosition end, int endOffset) =>
        new(start, end, offset, endOffset - offset);

    // Beyond the limits it is for the other reader to say so.
    private bool Open() => ++_depth <= SyntaxLimits.Depth && ++_nodes <= SyntaxLimits.Nodes;

    private MappingNode? Close(int first, TextRange range)
    {
        _depth--;
        if (_nodes > SyntaxLimits.Nodes)
            return null;
        var entries = new MappingEntry[_entries.Count - first];
        _entries.CopyTo(first, entries, 0, entries.Length);
        _entries.RemoveRange(first, entries.Length);
        return new(ImmutableCollectionsMarshal.AsImmutableArray(entries), range);
    }

    private SequenceNode? CloseItems(int first, TextRange range)
    {
        _depth--;
        if (_nodes > SyntaxLimits.Nodes)
            return null;
        var items = new SyntaxNode[_items.Count - first];
        _items.CopyTo(first, items, 0, items.Length);
        _items.RemoveRange(first, items.Length);
        return new(ImmutableCollectionsMarshal.AsImmutableArray(items), range);
    }

    // Whether no value stands on the rest of the line; comes to it otherwise.
    private bool SkipToValue()
    {
        while (Current == ' ')
            _at++;
        return Current is '\n' or '\r' || IsComment;
    }

    // To the first line that says something, from the end of another one; false where there is none.
    private bool ToContent()
    {
        while (true)
        {
            while (Current == ' ')
                _at++;
            if (Current is not ('#' or '\n' or '\r'))
                return true;
            ToNextLine();
            if (IsEnd)
                return false;
        }
    }

    // Over blanks, comments and ends of lines within brackets; false where they stay open, or what follows is not
    // indented, which is a mistake.
    private bool SkipInFlow()
    {
        while (true)
        {
            if (!SkipToValue())
                return Column > _flowIndent;
            ToNextLine();
            if (IsEnd)
                return false;
        }
    }

    private void ToNextLine()
    {
        var end = _text.IndexOf('\n', _at);
        _at = end < 0 ? _text.Length : end + 1;
        (_line, _lineStart) = end < 0 ? (_line, _lineStart) : (_line + 1, _at);
    }

    private bool IsBlank(int at) => at >= _text.Length || _text[at] is ' ' or '\n' or '\r';
}
