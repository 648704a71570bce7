using PolicyAsCode.Language.Binding;

namespace PolicyAsCode.Cli;

/// <summary>What somebody most likely meant.</summary>
internal static class Spelling
{
    /// <summary><c>Did you mean 'x'?</c>, or null where nothing is near.</summary>
    public static string? DidYouMean(string word, IEnumerable<string> known) =>
        Nearest.To(word, known) is { } nearest ? $"Did you mean '{nearest}'?" : null;
}
