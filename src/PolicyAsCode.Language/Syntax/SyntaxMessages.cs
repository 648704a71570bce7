namespace PolicyAsCode.Language.Syntax;

/// <summary>What YamlDotNet says of a mistake, in the words of somebody who has never heard of a token.</summary>
internal static class SyntaxMessages
{
    public const string Tab = "A tab stands on this line. YAML is indented with spaces: replace the tab by spaces.";
    public const string TooDeep =
        "This line is indented deeper than the line above it, which has a value already. Indent it exactly like its "
        + "neighbours.";
    public const string Brackets = "The brackets of this line do not match, or a ',' is missing between two values. "
        + "A text with ', ' or ': ' in it needs quotes.";
    private const string Neighbours =
        "This line does not fit the lines above it. Indent it exactly like its neighbours.";
    public const string NoColon = "This line has no ': ' after its key. Write it as 'key: value'.";
    public const string NoBlank = "A '-' that starts an item of a list needs a blank behind it. Write '- one'.";
    public const string OtherBlank =
        "The blank behind a ':' of this line is a non-breaking one (U+00A0), as text copied from a document has it. "
        + "Write an ordinary one.";
    private const string OneDocument =
        "This line is read as the start or end of a document. "
        + "A policy file holds one document: remove the line.";
    private const string Quotes = "Put the value into quotes";

    // YamlDotNet's words, the telling part of them, in the order in which they are tried.
    private static readonly (string Words, string Message)[] s_messages =
    [
        ("multiline plain scalar, found invalid mapping", TooDeep),
        ("invalid mapping",
            "This line has a second ':' after its key. " + Quotes + ", or start a new line for the second key."),
        ("simple key", NoColon),
        ("'-' indicator", Neighbours),
        ("expected key", Neighbours),
        ("Block sequence entries",
            "A '-' starts an item of a list and stands on a line of its own. Move it there, or write the list as [one, "
            + "two]."),
        ("flow", Brackets),
        ("expected node content", Brackets),
        ("cannot start any token",
            "A value cannot start with this character ('@' and '`' are reserved). " + Quotes + "."),
        ("escape", "A '\\' in double quotes has a meaning of its own. Use single quotes."),
        ("hexadecimal", "A '\\' in double quotes has a meaning of its own. Use single quotes."),
        ("quoted scalar", "This text in quotes is not closed, or goes on where it cannot. Close it on its own line."),
        ("block scalar",
            "A '|' or '>' starts a text of several lines and stands alone at the end of its line. "
            + "" + Quotes + " if that is not meant."),
        ("anchor", "'&' and '*' have a meaning of their own in YAML. " + Quotes + "."),
        ("tag", "'!' has a meaning of its own in YAML. " + Quotes + "."),
        ("directive", OneDocument),
        ("document", OneDocument),
        ("comment", "A comment stands here in the middle of a value. Move it to a line of its own."),
    ];

    /// <summary>The message for one of YamlDotNet's own.</summary>
    public static string Of(string message)
    {
        foreach (var (words, ours) in s_messages)
            if (message.IndexOf(words, StringComparison.OrdinalIgnoreCase) >= 0)
                return ours;
        return "This line cannot be read. Compare its indentation, quotes and brackets with those of its neighbours.";
    }
}
