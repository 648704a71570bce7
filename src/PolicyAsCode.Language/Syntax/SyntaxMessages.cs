namespace PolicyAsCode.Language.Syntax;

/// <summary>What YamlDotNet says of a mistake, in the words of somebody who has never heard of a token.</summary>
internal static class SyntaxMessages
{
    /// <summary>The message for a mistake on a line.</summary>
    /// <param name="message">YamlDotNet's own.</param>
    /// <param name="line">The line's text, without its indentation.</param>
    public static string Of(string message, string line)
    {
        if (line.IndexOf('\t') >= 0 || Says(message, "tab"))
            return "A tab stands here. YAML is indented with spaces: replace the tab by spaces.";
        if (Says(message, "mapping values are not allowed"))
            return "This line has a second ':' after its key. Put the value into quotes, or start a new line for the second key.";
        if (Says(message, "cannot start any token") || Says(message, "reserved"))
            return $"'{line[0]}' cannot start a value here. Put the value into quotes.";
        if (Says(message, "expected <block end>") || Says(message, "did not find expected key") || Says(message, "<BlockEnd>")
            || Says(message, "did not find expected '-' indicator") || Says(message, "block mapping") || Says(message, "block collection"))
            return "This line does not fit the lines above it. Indent it exactly like its neighbours, and end its key with ':'.";
        if (Says(message, "could not find expected ':'") || Says(message, "simple key"))
            return "This line has no ':' after its key. Write it as 'key: value'.";
        if (Says(message, "anchor") || Says(message, "alias"))
            return "'&' and '*' have a meaning of their own in YAML. Put the value into quotes.";
        if (Says(message, "tag"))
            return "'!' has a meaning of its own in YAML. Put the value into quotes.";
        if (Says(message, "flow"))
            return "The brackets of this line do not match, or a ',' is missing between two values.";
        if (Says(message, "directive") || Says(message, "document"))
            return "This line is read as the start or end of a document. A policy file holds one document and needs no such line.";
        return $"This line cannot be read as YAML ({message.TrimEnd('.')}). Compare its indentation, quotes and brackets with its neighbours.";
    }

    private static bool Says(string message, string words) => message.IndexOf(words, StringComparison.OrdinalIgnoreCase) >= 0;
}
