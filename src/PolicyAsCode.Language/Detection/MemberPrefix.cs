namespace PolicyAsCode.Language.Detection;

/// <summary>
/// What one author writes before all names of a table and what says nothing: <c>plg_nama</c>, <c>plg_telp</c>;
/// <c>uname</c>, <c>uphone</c>.
/// </summary>
internal static class MemberPrefix
{
    private const int Few = 3;

    /// <summary>The prefix of a type's members; null where they have none.</summary>
    /// <param name="members">The words of each name.</param>
    /// <param name="means">Whether words mean something by themselves.</param>
    public static string? Of(
        IReadOnlyCollection<IReadOnlyList<string>> members, Func<IReadOnlyList<string>, bool> means) =>
        Most(members.Where(words => words.Count > 1).Select(words => words[0]), members.Count)
            is { } word && (word.Length <= Few || !means([word]))
            && Count(members, word, means) >= Few
                ? word
                : Most(members.Where(words => words.Count > 0).Select(words => words[0].Substring(0, 1)), members.Count)
                    is { } letter && Count(members, letter, means) >= Few
                        ? letter
                        : null;

    /// <summary>The words without the prefix.</summary>
    public static IReadOnlyList<string> Without(IReadOnlyList<string> words, string? prefix) =>
        prefix is null || words.Count == 0 || !words[0].StartsWith(prefix, StringComparison.Ordinal) ? words
        : words[0].Length > prefix.Length
            ? prefix.Length == 1 ? [Spelling.Of(words[0].Substring(1)), .. words.Skip(1)] : words
            : words.Count > 1 ? [.. words.Skip(1)] : words;

    // How many mean something only without it. Where many do with it, it is a part of the names.
    private static int Count(
        IReadOnlyCollection<IReadOnlyList<string>> members, string prefix, Func<IReadOnlyList<string>, bool> means)
    {
        var with = members.Count(words => words.Count > 0 && words[0].StartsWith(prefix, StringComparison.Ordinal)
            && means(words));
        var without = members.Count(words => Without(words, prefix) is var rest && rest != words && means(rest));
        return without > with * Few ? without : 0;
    }

    private static string? Most(IEnumerable<string> starts, int members) => starts
        .GroupBy(start => start, StringComparer.Ordinal)
        .Where(group => group.Count() >= Few && group.Count() * 2 > members)
        .Select(group => group.Key)
        .FirstOrDefault();
}
