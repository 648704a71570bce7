using System.Collections.Immutable;

namespace PolicyAsCode.Language.Detection;

/// <summary>
/// What a type is about beside persons, as far as that tells what plain names in it mean
/// (<c>Words/topics.txt</c>): in what speaks of a patient, a reason is one for a visit to a doctor.
/// </summary>
internal static class TypeTopics
{
    private static readonly ImmutableArray<Sign> s_signs =
    [
        .. WordList.Lines("topics.txt").Select(line => new Sign(
            Spelling.Of(line.Heading), Words(line.Line.Split('|')[0]), Words(line.Line.Split('|')[1]))),
    ];

    /// <summary>The topics of a type.</summary>
    /// <param name="words">The words of its name.</param>
    /// <param name="members">The words of its members' names.</param>
    public static ImmutableHashSet<string> Of(
        IReadOnlyList<string> words, IReadOnlyCollection<IReadOnlyList<string>> members)
    {
        // HighSchool: two words are one.
        var named = words.Concat(words.Zip(words.Skip(1), (one, next) => one + next))
            .ToImmutableHashSet(StringComparer.Ordinal);
        return [.. s_signs.Where(sign => sign.IsSeen(named, members)).Select(sign => sign.Topic)];
    }

    private static ImmutableHashSet<string> Words(string words) =>
        [.. words.Split([' '], StringSplitOptions.RemoveEmptyEntries).Select(Spelling.Of)];

    /// <param name="Topic">What is shown.</param>
    /// <param name="Named">Words of which a type's name holds one; none for any name.</param>
    /// <param name="Held">Words of which a member's name holds one; none for any members.</param>
    private sealed record Sign(string Topic, ImmutableHashSet<string> Named, ImmutableHashSet<string> Held)
    {
        public bool IsSeen(ImmutableHashSet<string> named, IEnumerable<IReadOnlyList<string>> members) =>
            (Named.IsEmpty || named.Any(IsNamed))
            && (Held.IsEmpty || members.Any(words => words.Any(Held.Contains)));

        private bool IsNamed(string word) => Named.Contains(word) || Named.Contains(Spelling.Singular(word));
    }
}
