using System.Text;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Laws;

/// <summary>The words of policies that laws use too.</summary>
internal static class LawWords
{
    /// <summary>A value of an enumeration, written as policies write it: <c>LegalObligation</c> is 'legal-obligation'.</summary>
    public static Value<T> Choice<T>() where T : struct, Enum
    {
        var values = (T[])Enum.GetValues(typeof(T));
        var choices = new (string, T)[values.Length];
        for (var i = 0; i < values.Length; i++)
            choices[i] = (values[i].Word(), values[i]);
        return Values.Choice(choices);
    }

    /// <summary>How policies write a value of an enumeration.</summary>
    public static string Word<T>(this T value) where T : struct, Enum
    {
        var word = new StringBuilder();
        foreach (var letter in value.ToString())
        {
            if (char.IsUpper(letter) && word.Length > 0)
                word.Append('-');
            word.Append(char.ToLowerInvariant(letter));
        }
        return word.ToString();
    }

    /// <summary>Whether the category is one of some, or narrower; any is for none.</summary>
    public static bool IsWithinAny(this Term category, IReadOnlyCollection<Term> some) =>
        some.Count == 0 || some.Any(category.IsWithin);

    /// <summary>Whether a category is one of these, within one, or a broader word that holds one; of none, each is.</summary>
    public static bool MeetsAny(this Term category, IReadOnlyCollection<Term> some) =>
        some.Count == 0 || some.Any(one => category.IsWithin(one) || one.IsWithin(category));
}
