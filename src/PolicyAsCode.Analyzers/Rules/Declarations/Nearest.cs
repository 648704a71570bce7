namespace PolicyAsCode.Analyzers.Rules.Declarations;

/// <summary>The nearest known word to an unknown one, for "did you mean".</summary>
internal static class Nearest
{
    /// <summary>The nearest candidate, near enough to be meant; null where none is.</summary>
    internal static string? To(string word, IEnumerable<string> candidates)
    {
        var bound = Math.Max(2, word.Length / 3);
        string? best = null;
        foreach (var candidate in candidates)
        {
            // `email` is meant as `contact.email`: the last part alone is a common slip.
            var distance = candidate.EndsWith("." + word, StringComparison.OrdinalIgnoreCase)
                ? 1
                : Distance(word, candidate, bound + 1);
            if (distance > bound)
                continue;
            bound = distance - 1;
            best = candidate;
            if (bound < 0)
                break;
        }
        return best;
    }

    // Levenshtein's distance, over two rows.
    private static int Distance(string left, string right, int atMost)
    {
        if (Math.Abs(left.Length - right.Length) > atMost)
            return int.MaxValue;
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        var current = new int[right.Length + 1];
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
                current[j] = Math.Min(
                    Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
            (previous, current) = (current, previous);
        }
        return previous[right.Length];
    }
}
