using PolicyAsCode.Language.Laws;

namespace PolicyAsCode.Cli.Creating;

/// <summary>The laws that a policy can follow.</summary>
internal static class KnownLaws
{
    /// <summary>By their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. LawPacks.Names];
}
