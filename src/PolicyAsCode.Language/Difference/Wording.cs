using System.Text;
using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Language.Difference;

/// <summary>Values as policies write them.</summary>
internal static class Wording
{
    /// <summary><c>EncryptedAtRest</c> as <c>encrypted-at-rest</c>.</summary>
    public static string Kebab(string pascal)
    {
        var text = new StringBuilder();
        foreach (var one in pascal)
        {
            if (char.IsUpper(one) && text.Length > 0)
                text.Append('-');
            text.Append(char.ToLowerInvariant(one));
        }
        return text.ToString();
    }

    /// <summary>A text of the policy's own, in each language in which it is written; a dash for none.</summary>
    public static string InEach(Message? text)
    {
        if (text is null)
            return "–";
        var (english, indonesian) = (text.ToString(), text.In(MessageLanguage.Indonesian));
        return english == indonesian ? english : $"{english} / {indonesian}";
    }

    /// <summary>An enumeration's value as policies write it; a dash for none.</summary>
    public static string Of<T>(T? value) where T : struct, Enum => value is { } one ? Kebab(one.ToString()) : "–";
}
