using System.Globalization;
using System.Text;

namespace PolicyAsCode.Language.Schemas;

/// <summary>Writes indented JSON: what a schema needs, and nothing that a compiler would have to load a library for.</summary>
internal sealed class JsonWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isFirst = true;

    /// <summary>A member that is an object.</summary>
    public void Object(string name, Action write) => Member(name, () => Nested('{', '}', write));

    /// <summary>An object, as a whole document or an item of a list.</summary>
    public void Object(Action write)
    {
        Next();
        Nested('{', '}', write);
    }

    /// <summary>A member that is a list.</summary>
    public void List(string name, Action write) => Member(name, () => Nested('[', ']', write));

    /// <summary>A member that is a list of texts, on one line.</summary>
    public void Texts(string name, IEnumerable<string> values) =>
        Member(name, () => _text.Append('[').Append(string.Join(", ", values.Select(Quoted))).Append(']'));

    /// <summary>A member that is a text; null writes none.</summary>
    public void Text(string name, string? value)
    {
        if (value is not null)
            Member(name, () => _text.Append(Quoted(value)));
    }

    /// <summary>A member that is a number.</summary>
    public void Number(string name, int value) =>
        Member(name, () => _text.Append(value.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A member that is true or false.</summary>
    public void Flag(string name, bool value) => Member(name, () => _text.Append(value ? "true" : "false"));

    /// <summary>The document, with a line break at its end.</summary>
    public override string ToString() => _text.ToString() + "\n";

    private void Member(string name, Action value)
    {
        Next();
        _text.Append(Quoted(name)).Append(": ");
        value();
    }

    private void Nested(char open, char close, Action write)
    {
        _text.Append(open);
        _depth++;
        _isFirst = true;
        write();
        _depth--;
        if (!_isFirst)
            Break();
        _isFirst = false;
        _text.Append(close);
    }

    private void Next()
    {
        if (!_isFirst)
            _text.Append(',');
        if (_depth > 0)
            Break();
        _isFirst = false;
    }

    private void Break() => _text.Append('\n').Append(' ', 2 * _depth);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var one in text)
            switch (one)
            {
                case '"' or '\\':
                    quoted.Append('\\').Append(one);
                    break;
                case < ' ' or '\u007F' or '\u2028' or '\u2029':
                    quoted.Append("\\u").Append(((int)one).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    quoted.Append(one);
                    break;
            }
        return quoted.Append('"').ToString();
    }
}
