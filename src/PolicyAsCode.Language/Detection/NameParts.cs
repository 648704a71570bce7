using System.Collections.Immutable;

namespace PolicyAsCode.Language.Detection;

/// <summary>What the words of a member's name beside a hint say (<c>Words/parts.txt</c>).</summary>
internal static class NameParts
{
    private const string File = "parts.txt";

    /// <summary>
    /// Words that turn a name into something about the program or a number: <c>EmailTemplate</c>, <c>PhoneCount</c>.
    /// </summary>
    public static ImmutableHashSet<string> Technical { get; } = WordList.Words(File, "technical");

    /// <summary>Words that say nothing beside a plain name of a person's member: <c>PersonalPictureUrl</c>.</summary>
    public static ImmutableHashSet<string> Filler { get; } = WordList.Words(File, "filler");

    /// <summary>Words that change nothing of what the rest means.</summary>
    public static ImmutableHashSet<string> Neutral { get; } = WordList.Words(File, "neutral");
}
