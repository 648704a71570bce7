using System.Runtime.InteropServices;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Syntax;

/// <summary>
/// Reads the part of YAML in which policies are written: keys, lists, <c>{ }</c>, <c>[ ]</c>, words, quoted texts,
/// texts of several lines. A file with anything else in it, or with any mistake, is not read here at all:
/// <see cref="YamlDoor"/> reads it and has the last word. The tests hold both to the same nodes at the same places.
/// <para>
/// YamlDotNet makes a token, an event and several marks of each word, 7 kB a statement, and is compiled just in time in
/// every process. Here only the nodes are made, and each word once.
/// </para>
/// </summary>
internal sealed class PlainReader
{
    // YAML gives up on a key that is longer than 1024 characters.
    private const int LongestKey = 1000;

    private readonly PlainCursor _cursor;
    private readonly PlainScalars _scalars;

    // The parts of the groups that are open, innermost last: a list is made when its end is known, once, at its length.
    private readonly List<SyntaxNode> _items = [];
    private readonly List<MappingEntry> _entries = [];

    private int _flowIndent; // what stands within brackets stands deeper than this
    private int _nodes;
    private int _depth;

    private PlainReader(string text)
    {
        _cursor = new(text);
        _scalars = new(_cursor);
    }

    /// <summary>Reads a text; null for one that is not as plain as that.</summary>
    public static MappingNode? Read(string text)
    {
        var reader = new PlainReader(text);
        var cursor = reader._cursor;
        return cursor.HasPlainCharacters() && cursor.SkipToContent(out _) && cursor.Column == 0 && !cursor.IsDash
            && reader.BlockMapping(0) is { } root && cursor.IsEnd
                ? root
                : null;
    }

    private MappingNode? BlockMapping(int column)
    {
        if (!Open())
            return null;
        var first = _entries.Count;
        var (start, offset) = (_cursor.Position, _cursor.At);
        do
        {
            if (!TryReadKey(isFlow: false, out var key) || BlockValue(column) is not { } value)
                return null;
            _entries.Add(key.ToEntry(value));
        }
        while (!_cursor.IsEnd && _cursor.Column == column);
        // What is indented otherwise than all above it is a mistake.
        return !_cursor.IsEnd && _cursor.Column > column
            ? null
            : Mapping(first, To(start, offset, _entries[_entries.Count - 1].Value));
    }

    private SequenceNode? BlockSequence(int column)
    {
        if (!Open())
            return null;
        var first = _items.Count;
        var (start, offset) = (_cursor.Position, _cursor.At);
        do
        {
            _cursor.At++;
            if (BlockItem(column) is not { } item)
                return null;
            _items.Add(item);
        }
        while (!_cursor.IsEnd && _cursor.Column == column && _cursor.IsDash);
        return !_cursor.IsEnd && _cursor.Column > column
            ? null
            : Sequence(first, To(start, offset, _items[_items.Count - 1]));
    }

    // What stands behind a key, on its line or below it. A list may stand below it at the same column.
    private SyntaxNode? BlockValue(int column)
    {
        var (place, at) = (_cursor.Position, _cursor.At);
        if (!_cursor.SkipToLineEnd())
            return InLine(column);
        return _cursor.SkipToContent(out _)
            && (_cursor.Column > column || (_cursor.Column == column && _cursor.IsDash))
                ? Below(column)
                : Missing(place, at);
    }

    private SyntaxNode? BlockItem(int column)
    {
        var (place, at) = (_cursor.Position, _cursor.At);
        if (_cursor.SkipToLineEnd())
            return _cursor.SkipToContent(out _) && _cursor.Column > column ? Below(column) : Missing(place, at);
        return _cursor.IsDash ? null : IsKey() ? BlockMapping(_cursor.Column) : InLine(column);
    }

    private SyntaxNode? Below(int column) =>
        _cursor.IsDash ? BlockSequence(_cursor.Column)
        : IsKey() ? BlockMapping(_cursor.Column)
        : InLine(column);

    // Whether the line goes on with a key. Nothing is read.
    private bool IsKey()
    {
        if (_cursor.Current is '[' or '{')
            return false;
        var at = _cursor.At;
        var isKey = _scalars.TryRead(isFlow: false, out _) && _cursor.Current == ':';
        _cursor.At = at;
        return isKey;
    }

    // A value that is the rest of its line, or starts there and goes on in lines that are indented deeper.
    private SyntaxNode? InLine(int column)
    {
        _flowIndent = column;
        if (_cursor.Current is '|' or '>')
        {
            var text = Counted(_scalars.Block(column));
            return text is not null && _cursor.SkipToContent(out _) && _cursor.Column > column ? null : text;
        }

        if (_cursor.Current is '[' or '{')
            return Flow() is { } group && _cursor.SkipToLineEnd()
                && !(_cursor.SkipToContent(out _) && _cursor.Column > column)
                    ? group
                    : null;

        var isWord = _cursor.Current is not ('"' or '\'');
        if (!_scalars.TryRead(isFlow: false, out var scalar) || !_cursor.SkipToLineEnd())
            return null;
        if (!_cursor.SkipToContent(out var overComment) || _cursor.Column <= column)
            return Counted(scalar.ToNode());
        return isWord && !overComment ? Counted(_scalars.Continue(scalar, column)) : null;
    }

    private SyntaxNode? Flow() => _cursor.Current switch
    {
        '[' => FlowSequence(),
        '{' => FlowMapping(),
        _ => _scalars.TryRead(isFlow: true, out var scalar) ? Counted(scalar.ToNode()) : null,
    };

    private SequenceNode? FlowSequence()
    {
        if (!Open())
            return null;
        var first = _items.Count;
        var (start, offset) = (_cursor.Position, _cursor.At++);
        if (!SkipInFlow())
            return null;
        while (_cursor.Current != ']')
        {
            if (Flow() is not { } item)
                return null;
            _items.Add(item);
            if (!SkipInFlow() || !(_cursor.Current == ']' || SkipComma()))
                return null;
        }
        _cursor.At++;
        return Sequence(first, new(start, _cursor.Position, offset, _cursor.At - offset));
    }

    private MappingNode? FlowMapping()
    {
        if (!Open())
            return null;
        var first = _entries.Count;
        var (start, offset) = (_cursor.Position, _cursor.At++);
        if (!SkipInFlow())
            return null;
        while (_cursor.Current != '}')
        {
            if (!TryReadKey(isFlow: true, out var key) || !SkipInFlow() || Flow() is not { } value)
                return null;
            _entries.Add(key.ToEntry(value));
            if (!SkipInFlow() || !(_cursor.Current == '}' || SkipComma()))
                return null;
        }
        _cursor.At++;
        return Mapping(first, new(start, _cursor.Position, offset, _cursor.At - offset));
    }

    private bool SkipComma()
    {
        if (_cursor.Current != ',')
            return false;
        _cursor.At++;
        return SkipInFlow();
    }

    // Over blanks, comments and ends of lines within brackets; false where they stay open, or what follows is not
    // indented, which is a mistake.
    private bool SkipInFlow()
    {
        while (_cursor.SkipToLineEnd())
        {
            _cursor.SkipLine();
            if (_cursor.IsEnd)
                return false;
        }
        return _cursor.Column > _flowIndent;
    }

    // A key with its colon.
    private bool TryReadKey(bool isFlow, out PlainScalar key)
    {
        _nodes++;
        if (!_scalars.TryRead(isFlow, out key) || key.Range.Length > LongestKey || key.Value == "<<"
            || _cursor.Current != ':' || !_cursor.IsBlank(_cursor.At + 1))
            return false;
        _cursor.At++;
        return true;
    }

    // Beyond the limits it is for the other reader to say so.
    private bool Open() => ++_depth <= SyntaxLimits.Depth && ++_nodes <= SyntaxLimits.Nodes;

    // What is written nowhere stands where it would stand.
    private ScalarNode? Missing(TextPosition place, int at) =>
        Counted(new("", isQuoted: false, new(place, place, at, 0)));

    private ScalarNode? Counted(ScalarNode? node) => ++_nodes <= SyntaxLimits.Nodes ? node : null;

    private static TextRange To(TextPosition start, int offset, SyntaxNode last) =>
        new(start, last.Range.End, offset, last.Range.Offset + last.Range.Length - offset);

    private MappingNode Mapping(int first, TextRange range) =>
        new(ImmutableCollectionsMarshal.AsImmutableArray(Closed(_entries, first)), range);

    private SequenceNode Sequence(int first, TextRange range) =>
        new(ImmutableCollectionsMarshal.AsImmutableArray(Closed(_items, first)), range);

    private T[] Closed<T>(List<T> open, int first) where T : class
    {
        _depth--;
        var closed = new T[open.Count - first];
        open.CopyTo(first, closed, 0, closed.Length);
        open.RemoveRange(first, closed.Length);
        return closed;
    }
}
