using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Build;

/// <summary>The day of the build, as the property <c>PolicyAsCodeToday</c> hands it in.</summary>
internal static class BuildDay
{
    /// <summary>The rule that speaks of a day that is none.</summary>
    public const string Mistaken = "PAC1003";

    /// <summary>Reads the day, or says what would mend it.</summary>
    public static bool TryRead(string text, out CalendarDate day, out Message? mistake)
    {
        var read = CalendarDate.TryParse(text, out day);
        mistake = read
            ? null
            : Say.This("NoDay", text);
        return read;
    }
}
