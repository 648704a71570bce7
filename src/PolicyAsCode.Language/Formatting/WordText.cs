using System.Globalization;
using System.Text;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Formatting;

/// <summary>Words as they are written in the style of the house: plain or in double quotes.</summary>
internal static class WordText
{
    /// <summary>A word on one line.</summary>
    public static string OnOneLine(ScalarNode word, SourceText source)
    {
        if (word.IsMissing)
            return "";
        var written = source.Written(word);
        var isOneLine = written.IndexOfAny(['\n', '\r', '\u0085', '\u2028', '\u2029']) < 0;
        switch (source.StyleOf(word))
        {
            case ' ':
                // A plain word over several lines is read with a blank for each break: it needs no quotes now either.
                return isOneLine ? written : word.Value.IndexOf('\n') < 0 ? word.Value : Quoted(word.Value);
            case '"' when isOneLine:
                return written;
            case '\'' when isOneLine:
                return word.Value.IndexOfAny(['"', '\\']) < 0 ? $"\"{word.Value}\"" : written;
            default:
                return Quoted(word.Value);
        }
    }

    private static string Quoted(string value)
    {
        var quoted = new StringBuilder("\"");
        foreach (var one in value)
            quoted.Append(one switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\u0085' or '\u2028' or '\u2029' => Escaped(one),
                < ' ' => Escaped(one),
                _ => one.ToString(),
            });
        return quoted.Append('"').ToString();
    }

    private static string Escaped(char one) => "\\u" + ((int)one).ToString("X4", CultureInfo.InvariantCulture);
}
