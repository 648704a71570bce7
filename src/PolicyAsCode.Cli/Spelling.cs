using PolicyAsCode.Cli.Output;
using PolicyAsCode.Language.Binding;

namespace PolicyAsCode.Cli;

/// <summary>What somebody most likely meant.</summary>
internal static class Spelling
{
    /// <summary><c>Did you mean 'x'?</c>, or null where nothing is near.</summary>
    public static Message? DidYouMean(string word, IEnumerable<string> known) => DidYouMean(Nearest.To(word, known));

    /// <summary><c>Did you mean 'x'?</c>, or null where nothing is meant.</summary>
    public static Message? DidYouMean(string? meant) => meant is null ? null : Words.Of("Usage.DidYouMean", meant);

    /// <summary><c>Did you mean 'x'?</c>, or all that there is where nothing is near.</summary>
    public static Message OneOf(string word, IReadOnlyCollection<string> known) =>
        DidYouMean(word, known) ?? Words.Of("Usage.ThereIs", known);
}
