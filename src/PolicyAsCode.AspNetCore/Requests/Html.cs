using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PolicyAsCode.AspNetCore;

/// <summary>
/// A piece of HTML, written as an interpolated string: what stands in it is markup, what is filled in is text and is
/// encoded, unless it is a piece of HTML itself.
/// </summary>
[InterpolatedStringHandler]
internal readonly struct Html(int literalLength, int formattedCount)
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder? _text = new(literalLength + (formattedCount * 40));

    public static Html None => default;

    public static Html Join(IEnumerable<Html> parts)
    {
        var whole = new Html(0, 8);
        foreach (var part in parts)
            whole.AppendFormatted(part);
        return whole;
    }

    /// <summary>A piece that is there under a condition.</summary>
    public static Html If(bool condition, Func<Html> piece) => condition ? piece() : None;

    public void AppendLiteral(string markup) => _text!.Append(markup);

    public void AppendFormatted(string? text)
    {
        if (text is not null)
            _text!.Append(s_encoder.Encode(text));
    }

    public void AppendFormatted(Guid number) => _text!.Append(number.ToString());

    public void AppendFormatted(int number) => _text!.Append(number);

    public void AppendFormatted(Html piece) => _text!.Append(piece._text);

    public override string ToString() => _text?.ToString() ?? "";
}
