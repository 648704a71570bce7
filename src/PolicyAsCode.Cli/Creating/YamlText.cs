namespace PolicyAsCode.Cli.Creating;

/// <summary>Words of a person inside a YAML file.</summary>
internal static class YamlText
{
    private const string Plain = " .,@_/-()&'";

    /// <summary>The text as one value, in quotes where it needs them; also inside braces.</summary>
    public static string Of(string text) =>
        text.Length > 0 && char.IsLetter(text[0]) && text.All(IsPlain) && text.Trim() == text && !IsWord(text)
            ? text
            : Quoted(text);

    private static bool IsPlain(char one) => (char.IsLetterOrDigit(one) || Plain.Contains(one, StringComparison.Ordinal)) && one != ',';

    // Words that YAML 1.1 takes for something else than text.
    private static bool IsWord(string text) => text.ToLowerInvariant() is "true" or "false" or "yes" or "no" or "on" or "off" or "null";

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var one in text)
            quoted.Append(one is '"' or '\\' ? $"\\{one}" : char.IsControl(one) ? " " : one.ToString());
        return quoted.Append('"').ToString();
    }
}
