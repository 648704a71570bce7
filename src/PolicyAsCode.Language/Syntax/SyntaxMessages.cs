using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Language.Syntax;

/// <summary>What YamlDotNet says of a mistake, in the words of somebody who has never heard of a token.</summary>
internal static class SyntaxMessages
{
    public static readonly Message Tab = Message.Of("Syntax.Tab");
    public static readonly Message TooDeep = Message.Of("Syntax.TooDeep");
    public static readonly Message TooShallow = Message.Of("Syntax.TooShallow");
    public static readonly Message Neighbours = Message.Of("Syntax.Neighbours");
    public static readonly Message Brackets = Message.Of("Syntax.Brackets");
    public static readonly Message NoColon = Message.Of("Syntax.NoColon");
    public static readonly Message NoBlank = Message.Of("Syntax.NoBlank");
    public static readonly Message Reserved = Message.Of("Syntax.ReservedCharacter");
    public static readonly Message OtherBlank = Message.Of("Syntax.OtherBlank");

    // YamlDotNet's words, the telling part of them, in the order in which they are tried.
    private static readonly (string Words, Message Message)[] s_messages =
    [
        ("multiline plain scalar, found invalid mapping", TooDeep),
        ("invalid mapping", Message.Of("Syntax.SecondColon")),
        ("simple key", NoColon),
        ("'-' indicator", Neighbours),
        ("expected key", Neighbours),
        ("Block sequence entries", Message.Of("Syntax.ItemOnOwnLine")),
        ("flow", Brackets),
        ("expected node content", Brackets),
        ("cannot start any token", Reserved),
        ("escape", Message.Of("Syntax.Backslash")),
        ("hexadecimal", Message.Of("Syntax.Backslash")),
        ("quoted scalar", Message.Of("Syntax.QuotedText")),
        ("block scalar", Message.Of("Syntax.BlockText")),
        ("anchor", Message.Of("Syntax.AnchorCharacter")),
        ("tag", Message.Of("Syntax.TagCharacter")),
        ("directive", Message.Of("Syntax.OneDocument")),
        ("document", Message.Of("Syntax.OneDocument")),
        ("comment", Message.Of("Syntax.CommentInside")),
    ];

    /// <summary>The message for one of YamlDotNet's own.</summary>
    public static Message Of(string message)
    {
        foreach (var (words, ours) in s_messages)
            if (message.IndexOf(words, StringComparison.OrdinalIgnoreCase) >= 0)
                return ours;
        return Message.Of("Syntax.Unreadable");
    }
}
