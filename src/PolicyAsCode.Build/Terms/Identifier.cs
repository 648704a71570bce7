using System.Text;

namespace PolicyAsCode.Build;

/// <summary>Turns a word of the vocabulary into a C# identifier.</summary>
internal static class Identifier
{
    /// <summary><c>id-number</c> becomes <c>IdNumber</c>; what C# cannot carry is left out.</summary>
    public static string Of(string word)
    {
        var name = new StringBuilder();
        var upper = true;
        foreach (var character in word)
        {
            if (!char.IsLetterOrDigit(character))
            {
                upper = true;
                continue;
            }
            name.Append(upper ? char.ToUpperInvariant(character) : character);
            upper = false;
        }

        // No keyword of C# has a capital first letter, and only scripts without capitals keep a small one.
        return name.Length == 0 || char.IsDigit(name[0]) ? "_" + name : name.ToString();
    }
}
