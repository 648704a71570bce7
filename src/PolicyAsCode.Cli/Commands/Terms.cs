using PolicyAsCode.Cli.Output;
using PolicyAsCode.Language.Binding;

namespace PolicyAsCode.Cli.Commands;

/// <summary>Reads words of a call as terms of a vocabulary, and completes them.</summary>
internal static class Terms
{
    private static readonly TermKind[] s_kinds =
        [TermKind.Category, TermKind.Purpose, TermKind.Recipient, TermKind.Subject, TermKind.Gate, TermKind.Source];

    /// <summary>The term that a word means.</summary>
    /// <exception cref="UsageException">The vocabulary has no such term of that kind.</exception>
    public static Term Find(Vocabulary vocabulary, TermKind kind, string word)
    {
        if (vocabulary.Meant(kind, word) is { } term)
            return term;
        foreach (var other in s_kinds)
            if (vocabulary.Find(other, word) is not null)
                throw new UsageException("Usage.OtherTerm", word, NameOf(other), NameOf(kind));
        throw new UsageException("Usage.NoTerm", word, NameOf(kind),
            Spelling.DidYouMean(MeantTerm.Of(vocabulary, kind, word))
            ?? Words.Of("Usage.ThereIs", vocabulary.Terms(kind).Select(one => one.Key).Order(StringComparer.Ordinal)));
    }

    /// <summary>The term that an option names; null where it is not given.</summary>
    public static Term? FindOrNull(Vocabulary vocabulary, TermKind kind, string? word) =>
        word is null ? null : Find(vocabulary, kind, word);

    private static Message NameOf(TermKind kind) => Words.Of($"Terms.One.{kind}");
}
