namespace PolicyAsCode.Language.Detection;

/// <summary>
/// What one author writes before all names of a table and what says nothing: <c>plg_nama</c>, <c>plg_telp</c>;
/// <c>uname</c>, <c>uphone</c>; <c>CliNome</c> as <c>Clinome</c>.
/// </summary>
/// <param name="Text">The letters.</param>
/// <param name="IsGlued">Whether no sign stands behind them.</param>
internal sealed record MemberPrefix(string Text, bool IsGlued)
{
    private const int Few = 3;

    private const int Longest = 4; // of those that are glued to the name

    /// <summary>The prefix of a type's members; null where they have none.</summary>
    /// <param name="members">The words of each name.</param>
    /// <param name="means">Whether words mean something by themselves.</param>
    public static MemberPrefix? Of(
        IReadOnlyCollection<IReadOnlyList<string>> members, Func<IReadOnlyList<string>, bool> means)
    {
        if (Most(members.Where(words => words.Count > 1).Select(words => words[0]), members.Count) is { } word
            && (word.Length <= Few || !means([word])) && Tells(new(word, false)))
            return new(word, false);
        for (var length = Longest; length > 0; length--)
        {
            var starts = members.Where(words => words.Count > 0 && words[0].Length > length)
                .Select(words => words[0].Substring(0, length));
            if (Most(starts, members.Count) is { } letters && Tells(new(letters, true)))
                return new(letters, true);
        }
        return null;

        // Few mean something with it, and many without: where many do with it, it is a part of the names.
        bool Tells(MemberPrefix prefix)
        {
            var with = members.Count(words =>
                words.Count > 0 && words[0].StartsWith(prefix.Text, StringComparison.Ordinal) && means(words));
            var without = members.Count(words => prefix.Cut(words) is var rest && rest != words && means(rest));
            return without >= Few && without > with * Few;
        }
    }

    /// <summary>The words without the prefix.</summary>
    public IReadOnlyList<string> Cut(IReadOnlyList<string> words) =>
        words.Count == 0 || !words[0].StartsWith(Text, StringComparison.Ordinal) ? words
        : words[0].Length == Text.Length ? words.Count > 1 ? [.. words.Skip(1)] : words
        : IsGlued ? [Spelling.Of(words[0].Substring(Text.Length)), .. words.Skip(1)]
        : words;

    private static string? Most(IEnumerable<string> starts, int members) => starts
        .GroupBy(start => start, StringComparer.Ordinal)
        .Where(group => group.Count() >= Few && group.Count() * 2 > members)
        .Select(group => group.Key)
        .FirstOrDefault();
}
