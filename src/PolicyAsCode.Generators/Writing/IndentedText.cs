using System.Text;

namespace PolicyAsCode.Generators.Writing;

/// <summary>Text in lines, each at the depth of its block.</summary>
internal sealed class IndentedText
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>A line, or several; an empty one for nothing.</summary>
    public void Line(string lines = "")
    {
        foreach (var line in lines.Split('\n'))
        {
            if (line.Length > 0)
                _text.Append(' ', _depth * 4).Append(line);
            _text.Append('\n');
        }
    }

    /// <summary>Lines that go on a statement, one level deeper.</summary>
    public void Continue(params IEnumerable<string> lines)
    {
        _depth++;
        foreach (var line in lines)
            Line(line);
        _depth--;
    }

    /// <summary>A comment, broken at 120 columns.</summary>
    public void Comment(string text, string mark = "// ")
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && _depth * 4 + mark.Length + line.Length + 1 + word.Length > 120)
            {
                Line(mark + line);
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        Line(mark + line);
    }

    /// <summary>A documentation summary.</summary>
    public void Summary(string text)
    {
        var escaped = text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
        var line = $"/// <summary>{escaped}</summary>";
        if (_depth * 4 + line.Length <= 120)
        {
            Line(line);
            return;
        }

        Line("/// <summary>");
        Comment(escaped, "/// ");
        Line("/// </summary>");
    }

    /// <summary>Opens a block.</summary>
    public void Open()
    {
        Line("{");
        _depth++;
    }

    /// <summary>Closes a block.</summary>
    public void Close()
    {
        _depth--;
        Line("}");
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
