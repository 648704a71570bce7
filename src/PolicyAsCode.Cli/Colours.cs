namespace PolicyAsCode.Cli;

/// <summary>Four colours, as ANSI marks; plain text where nobody sees them or somebody asked for none.</summary>
internal sealed class Colours(bool areOn)
{
    /// <summary>What failed.</summary>
    public string Red(string text) => Mark("31", text);

    /// <summary>What should be looked at.</summary>
    public string Yellow(string text) => Mark("33", text);

    /// <summary>What is well.</summary>
    public string Green(string text) => Mark("32", text);

    /// <summary>Places and side remarks.</summary>
    public string Dim(string text) => Mark("2", text);

    /// <summary>Headings.</summary>
    public string Bold(string text) => Mark("1", text);

    /// <summary>
    /// Whether to colour: not into a file or a pipe, not where <c>NO_COLOR</c> is set to anything (no-color.org), not on
    /// a terminal that calls itself dumb.
    /// </summary>
    public static bool AreWanted(bool isRedirected, string? noColour, string? terminal) =>
        !isRedirected && string.IsNullOrEmpty(noColour) && terminal != "dumb";

    private string Mark(string code, string text) => areOn && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
