using System.Globalization;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language;

/// <summary>What is wrong in a policy file, where, and what would mend it.</summary>
/// <param name="Id">The rule, <c>PAC1nnn</c>.</param>
/// <param name="Severity">How loudly it speaks.</param>
/// <param name="Text">Plain language: what is wrong and what would mend it.</param>
/// <param name="Location">The stretch of the file.</param>
public sealed record PolicyDiagnostic(string Id, PolicySeverity Severity, Message Text, FileLocation Location)
{
    /// <summary>The length beyond which a message loses its middle.</summary>
    internal const int LongestMessage = 900;

    /// <summary>What to write at the place instead, where that is certain; null otherwise.</summary>
    public string? Replacement { get; init; }

    /// <summary>
    /// Whether a statement may stand there that could not be read: what it would have said is not missed elsewhere.
    /// </summary>
    internal bool HidesStatement { get; init; }

    private const string Cut = " […] ";

    /// <summary>What is wrong and what would mend it, in English; one line of bounded length.</summary>
    public string Message => MessageIn(MessageLanguage.English);

    /// <summary>What is wrong and what would mend it, in a language; one line of bounded length.</summary>
    public string MessageIn(MessageLanguage language) => Plain(Text.In(language));

    // By hand: what a record makes of an enumeration is compiled just in time.
    /// <inheritdoc/>
    public override int GetHashCode() => Location.GetHashCode() ^ StringComparer.Ordinal.GetHashCode(Id);

    // A message repeats what a file holds, and files are untrusted: a line break would start a message of its own in the
    // log of a build, a mark of direction would turn what follows round, and a word may be as long as the file.
    private static string Plain(string message)
    {
        if (message.Length > LongestMessage)
        {
            var half = (LongestMessage - Cut.Length) / 2;
            message = message.Substring(0, half) + Cut + message.Substring(message.Length - half);
        }
        return message.All(IsPlain)
            ? message
            : new string(message.Select(one => IsPlain(one) ? one : char.IsWhiteSpace(one) ? ' ' : '\uFFFD').ToArray());
    }

    private static bool IsPlain(char one) =>
        !char.IsControl(one)
        && CharUnicodeInfo.GetUnicodeCategory(one)
            is not (UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
