using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Build;

/// <summary>The day of the build, as the property <c>PolicyAsCodeToday</c> hands it in.</summary>
internal static class BuildDay
{
    /// <summary>The rule that speaks of a day that is none.</summary>
    public const string Mistaken = "PAC1003";

    /// <summary>Reads the day, or says what would mend it.</summary>
    public static bool TryRead(string text, out CalendarDate day, out string mistake)
    {
        var read = CalendarDate.TryParse(text, out day);
        mistake = read
            ? ""
            : $"The property PolicyAsCodeToday is '{text}', which is no day. Write it as year-month-day, " +
              "such as 2026-11-22, or leave it out for today.";
        return read;
    }
}
