using System.Globalization;
using System.Text;

namespace PolicyAsCode.Language.Detection;

/// <summary>
/// One spelling for words that people write in several ways or languages, or abbreviate (<c>Words/spellings.txt</c>).
/// </summary>
internal static class Spelling
{
    private static readonly Dictionary<string, string> s_usual = Read();

    /// <summary>The usual spelling of a word.</summary>
    public static string Of(string word)
    {
        var plain = Plain(word);
        return s_usual.TryGetValue(plain, out var usual) ? usual : plain;
    }

    /// <summary>The word in the singular, as far as a last letter tells.</summary>
    public static string Singular(string word) => word switch
    {
        { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) => word.Substring(0, word.Length - 3) + "y",
        { Length: > 4 } when word.EndsWith("sses", StringComparison.Ordinal) => word.Substring(0, word.Length - 2),
        { Length: > 3 } when word.EndsWith("s", StringComparison.Ordinal)
            && !word.EndsWith("ss", StringComparison.Ordinal)
            && !word.EndsWith("us", StringComparison.Ordinal) => word.Substring(0, word.Length - 1),
        _ => word,
    };

    // Contraseña, Müşteri: the letters without their signs.
    private static string Plain(string word)
    {
        if (word.All(letter => letter < 128))
            return word;
        var letters = word.Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            .Select(letter => letter switch { 'ı' => 'i', 'đ' => 'd', 'ł' => 'l', 'ø' => 'o', _ => letter });
        return string.Concat(letters).Replace("ß", "ss");
    }

    // Left the usual one, right what also stands for it.
    private static Dictionary<string, string> Read()
    {
        var usual = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (_, line) in WordList.Lines("spellings.txt"))
        {
            var colon = line.IndexOf(':');
            foreach (var other in line.Substring(colon + 2).Split(' '))
                usual[other] = line.Substring(0, colon);
        }
        return usual;
    }
}
