using System.Text;

namespace PolicyAsCode.Language.Detection;

/// <summary>Splits an identifier into the words that a person reads in it.</summary>
public static class NameWords
{
    /// <summary>
    /// <c>NoKtp</c>: no, ktp; <c>NPWPNumber</c>: npwp, number; <c>email_address2</c>: email, address.
    /// </summary>
    public static IReadOnlyList<string> Of(string identifier)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < identifier.Length; i++)
        {
            var letter = identifier[i];
            var starts = char.IsUpper(letter)
                && (i > 0 && !char.IsUpper(identifier[i - 1])
                    || i + 1 < identifier.Length && char.IsLower(identifier[i + 1]));
            if (!char.IsLetter(letter) || starts)
                End();
            if (char.IsLetter(letter))
                word.Append(char.ToLowerInvariant(letter));
        }
        End();
        return words;

        void End()
        {
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }
    }
}
