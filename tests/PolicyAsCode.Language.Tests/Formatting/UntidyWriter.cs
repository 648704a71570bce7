using System.Text;

namespace PolicyAsCode.Language.Tests.Formatting;

/// <summary>
/// Writes files of arbitrary groups and lists in every style that YAML has, with comments at all places, each with a
/// number of its own where that counts.
/// </summary>
internal sealed class UntidyWriter(ulong seed)
{
    private readonly Mutator _dice = new(seed);
    private readonly StringBuilder _text = new();
    private int _words;

    /// <summary>A file.</summary>
    public string Write()
    {
        Group(indent: 0, depth: 0);
        return _text.ToString();
    }

    private void Group(int indent, int depth, bool joins = false)
    {
        for (var entries = 1 + _dice.Next(4); entries > 0; entries--)
        {
            if (!joins)
                Above(indent, _words);
            var word = Word();
            _text.Append(' ', joins ? 0 : indent).Append(Key(word)).Append(':');
            joins = false;
            Value(indent, depth, word);
        }
    }

    private void List(int indent, int depth)
    {
        for (var items = 1 + _dice.Next(3); items > 0; items--)
        {
            Above(indent, _words);
            _text.Append(' ', indent).Append('-');
            if (depth < 3 && _dice.Next(3) == 0)
            {
                var blanks = 1 + _dice.Next(3);
                _text.Append(' ', blanks);
                Group(indent + 1 + blanks, depth + 1, joins: true);
            }
            else
                Value(indent, depth, Word(), isItem: true);
        }
    }

    private void Value(int indent, int depth, int word, bool isItem = false)
    {
        switch (_dice.Next(isItem ? 5 : depth < 3 ? 9 : 6))
        {
            case 0:
            case 1:
                _text.Append(' ', 1 + _dice.Next(3)).Append(Written(word));
                Behind(word);
                break;
            case 2:
                _text.Append(' ');
                Flow(depth);
                _text.Append('\n');
                break;
            case 3:
                var inner = indent + 1 + _dice.Next(4);
                _text.Append(_dice.Next(2) == 0 ? " |-\n" : " >\n").Append(' ', inner).Append($"w{word} text # no comment\n");
                if (_dice.Next(2) == 0)
                    _text.Append('\n').Append(' ', inner + _dice.Next(2)).Append("more: text\n");
                break;
            case 4:
                _text.Append(' ').Append(_dice.Next(2) == 0 ? $"w{word} goes\n{new string(' ', indent + 1)}on" : $"\"w{word} goes\n\n{new string(' ', indent + 1)}on\"");
                _text.Append('\n');
                break;
            case 5:
                _text.Append('\n');
                break;
            case 6:
                Behind(word);
                List(indent + _dice.Next(3), depth + 1);
                break;
            default:
                Behind(word);
                Group(indent + 1 + _dice.Next(4), depth + 1);
                break;
        }
    }

    private void Flow(int depth)
    {
        var isList = _dice.Next(2) == 0;
        _text.Append(isList ? "[" : "{");
        var entries = _dice.Next(depth < 3 ? 4 : 9);
        for (var i = 0; i < entries; i++)
        {
            var word = Word();
            if (_dice.Next(8) == 0)
                _text.Append($"\n{new string(' ', 30)}#c{word}\n{new string(' ', 30)}");
            _text.Append(_dice.Next(2) == 0 ? " " : "");
            if (!isList)
                _text.Append(Key(word)).Append(": ");
            if (depth < 3 && _dice.Next(4) == 0)
                Flow(depth + 1);
            else
                _text.Append(Written(isList ? word : Word()));
            if (i + 1 < entries)
                _text.Append(_dice.Next(2) == 0 ? ", " : "  ,");
        }
        _text.Append(isList ? " ]" : " }");
    }

    private int Word() => _words++;

    private string Key(int word) => _dice.Next(5) == 0 ? $"\"w{word}\"" : $"w{word}";

    private string Written(int word) => _dice.Next(5) switch
    {
        0 => $"\"w{word} \\\" # no comment\"",
        1 => $"'w{word} ''quoted'''",
        2 => $"w{word} a rather long text that makes lines go beyond their end",
        _ => $"w{word}",
    };

    private void Above(int indent, int word)
    {
        for (var lines = _dice.Next(5); lines < 2; lines++)
            _text.Append(_dice.Next(2) == 0 ? "\n" : $"{new string(' ', indent)}#c{word} {lines}\n");
    }

    private void Behind(int word) => _text.Append(_dice.Next(3) == 0 ? $"{new string(' ', 1 + _dice.Next(4))}#c{word}\n" : "\n");
}
