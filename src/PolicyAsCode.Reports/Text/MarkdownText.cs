namespace PolicyAsCode.Reports.Text;

/// <summary>
/// Writes Markdown that GitHub and others show. What a policy says passes <see cref="Plain"/>, so that none of it is markup
/// or HTML: the only place where that happens.
/// </summary>
internal sealed class MarkdownText
{
    private const string Marks = "\\`*_[]|~#";

    private readonly StringBuilder _text = new();

    /// <summary>A heading.</summary>
    public MarkdownText Heading(int level, string text)
    {
        if (_text.Length > 0 && _text[_text.Length - 2] != '\n')
            _text.Append('\n');
        _text.Append('#', level).Append(' ').Append(Plain(text)).Append("\n\n");
        return this;
    }

    /// <summary>A paragraph.</summary>
    public MarkdownText Paragraph(string text)
    {
        _text.Append(Plain(text)).Append("\n\n");
        return this;
    }

    /// <summary>A list.</summary>
    public MarkdownText List(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            _text.Append("- ").Append(Plain(line)).Append('\n');
        _text.Append('\n');
        return this;
    }

    /// <summary>A table.</summary>
    public MarkdownText Table(string[] columns, IEnumerable<string[]> rows)
    {
        Row(columns);
        _text.Append('|').Append(string.Concat(columns.Select(_ => " --- |"))).Append('\n');
        foreach (var row in rows)
            Row(row);
        _text.Append('\n');
        return this;
    }

    /// <summary>Something of our own: an anchor, a line that is Markdown already.</summary>
    public MarkdownText Own(string text)
    {
        _text.Append(text);
        return this;
    }

    /// <summary>A text of which nothing is markup.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var one in text)
            if (one is '\n' or '\r' or '\t')
                plain.Append(' ');
            else if (char.IsControl(one) || one is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029')
                plain.Append('\uFFFD');
            else if (one is '<')
                plain.Append("&lt;");
            else if (one is '>')
                plain.Append("&gt;");
            else if (one is '&')
                plain.Append("&amp;");
            else if (plain.Length == 0 && one is ('-' or '+' or '='))
                plain.Append('\\').Append(one);
            else if (Marks.IndexOf(one) >= 0)
                plain.Append('\\').Append(one);
            else
                plain.Append(one);
        return plain.ToString();
    }

    /// <summary>The text, with one line break at its end.</summary>
    public override string ToString() => _text.ToString().TrimEnd('\n') + "\n";

    private void Row(string[] cells) => _text.Append("| ").Append(string.Join(" | ", cells.Select(Plain))).Append(" |\n");
}
