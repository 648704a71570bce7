namespace PolicyAsCode.Cli.Commands;

/// <summary>Reads words of a call as terms of a vocabulary, and completes them.</summary>
internal static class Terms
{
    private static readonly (TermKind Kind, string Name)[] s_kinds =
    [
        (TermKind.Category, "category of data"), (TermKind.Purpose, "purpose"), (TermKind.Recipient, "recipient"),
        (TermKind.Subject, "kind of person"), (TermKind.Gate, "proof"), (TermKind.Source, "source"),
    ];

    /// <summary>The term that a word means.</summary>
    /// <exception cref="UsageException">The vocabulary has no such term of that kind.</exception>
    public static Term Find(Vocabulary vocabulary, TermKind kind, string word)
    {
        if (vocabulary.Meant(kind, word) is { } term)
            return term;
        var name = NameOf(kind);
        var others = s_kinds.Where(other => vocabulary.Find(other.Kind, word) is not null).ToArray();
        if (others.Length > 0)
            throw new UsageException(
                $"'{word}' is a {others[0].Name}, and a {name} is expected there. The order is: DATA PURPOSE [RECIPIENT].");
        var keys = vocabulary.Terms(kind).Select(one => one.Key);
        throw new UsageException(
            $"'{word}' is no {name} of this vocabulary. "
            + (Spelling.DidYouMean(word, keys) ?? $"There is: {string.Join(", ", keys.Order(StringComparer.Ordinal))}."));
    }

    /// <summary>The term that an option names; null where it is not given.</summary>
    public static Term? FindOrNull(Vocabulary vocabulary, TermKind kind, string? word) =>
        word is null ? null : Find(vocabulary, kind, word);

    private static string NameOf(TermKind kind) => Array.Find(s_kinds, one => one.Kind == kind).Name;
}
