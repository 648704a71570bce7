namespace PolicyAsCode.Reports.Html;

/// <summary>
/// Writes HTML. All that a policy says passes <see cref="Text"/> or the value of an attribute, and is encoded there: the only
/// place where that happens.
/// </summary>
internal sealed class HtmlText
{
    private readonly StringBuilder _html = new();

    /// <summary>Begins an element; attributes of null are left out, of an empty text written without a value.</summary>
    public HtmlText Open(string tag, params (string Name, string? Value)[] attributes)
    {
        _html.Append('<').Append(tag);
        foreach (var (name, value) in attributes)
        {
            if (value is null)
                continue;
            _html.Append(' ').Append(name);
            if (value.Length == 0)
                continue;
            _html.Append("=\"");
            Encode(value);
            _html.Append('"');
        }
        _html.Append('>');
        return this;
    }

    /// <summary>Ends an element.</summary>
    public HtmlText Close(string tag)
    {
        _html.Append("</").Append(tag).Append('>');
        return this;
    }

    /// <summary>A whole element with a text.</summary>
    public HtmlText Element(string tag, string text, params (string Name, string? Value)[] attributes) =>
        Open(tag, attributes).Text(text).Close(tag);

    /// <summary>A text.</summary>
    public HtmlText Text(string text)
    {
        Encode(text);
        return this;
    }

    /// <summary>A line break between elements, for those who read the source.</summary>
    public HtmlText Line()
    {
        _html.Append('\n');
        return this;
    }

    /// <summary>A style sheet or script of our own; nothing of a policy.</summary>
    public HtmlText Own(string text)
    {
        _html.Append(text);
        return this;
    }

    /// <summary>The page.</summary>
    public override string ToString() => _html.ToString();

    // What turns the direction of text round would make a sentence read as another one.
    private void Encode(string text)
    {
        foreach (var one in text)
            switch (one)
            {
                case '&':
                    _html.Append("&amp;");
                    break;
                case '<':
                    _html.Append("&lt;");
                    break;
                case '>':
                    _html.Append("&gt;");
                    break;
                case '"':
                    _html.Append("&quot;");
                    break;
                case '\'':
                    _html.Append("&#39;");
                    break;
                case '\n' or '\r' or '\t':
                    _html.Append(' ');
                    break;
                case (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF':
                case var control when char.IsControl(control):
                    _html.Append('\uFFFD');
                    break;
                default:
                    _html.Append(one);
                    break;
            }
    }
}
