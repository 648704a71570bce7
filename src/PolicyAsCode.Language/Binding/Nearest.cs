using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Language.Binding;

/// <summary>The known word that somebody most likely meant.</summary>
public static class Nearest
{
    private const int LongestWord = 64;

    // Two letters in the wrong order are the likelier slip: 'form' is 'from' rather than 'for'.
    private const int Edit = 4;
    private const int Swap = 3;

    /// <summary>The nearest of the known words, or null where none is near.</summary>
    public static string? To(string word, IEnumerable<string> known)
    {
        if (word.Length is 0 or > LongestWord)
            return null;

        if (FamiliarWords.Meant(word, known) is { } meant)
            return meant;
        string? nearest = null;
        var best = Math.Max(1, (word.Length + 1) / 3) * Edit + 1;
        foreach (var candidate in known)
        {
            if (Math.Abs(candidate.Length - word.Length) * Edit >= best)
                continue;
            var distance = Distance(word, candidate);
            if (distance < best)
                (nearest, best) = (candidate, distance);
        }
        return nearest;
    }

    /// <summary><c>Did you mean 'x'?</c>, or the other text where nothing is near.</summary>
    internal static Message? Question(string? nearest, Message? otherwise) =>
        nearest is null ? otherwise : Message.Of("Values.DidYouMean", nearest);

    // Insertions, deletions, replacements, and swaps of neighbours (Damerau), as a typist makes them.
    // Case costs nothing.
    private static int Distance(string left, string right)
    {
        var before = new int[right.Length + 1];
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
            previous[j] = j * Edit;
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i * Edit;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = Same(left[i - 1], right[j - 1]);
                current[j] = Math.Min(
                    Math.Min(current[j - 1], previous[j]) + Edit, previous[j - 1] + (same ? 0 : Edit));
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                    current[j] = Math.Min(current[j], before[j - 2] + Swap);
            }
            (before, previous, current) = (previous, current, before);
        }
        return previous[right.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
