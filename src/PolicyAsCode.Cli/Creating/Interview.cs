using PolicyAsCode.Cli.Commands;

namespace PolicyAsCode.Cli.Creating;

/// <summary>
/// Asks for what the flags have not said. A question shows what is taken for granted; Enter takes it; an answer that
/// cannot be is asked for again, with what would be one.
/// </summary>
internal sealed class Interview(CommandHost host)
{
    private readonly Colours _colours = new(host.HasColours);

    /// <summary>Asks one question.</summary>
    /// <param name="question">In words.</param>
    /// <param name="otherwise">What Enter means; null where something must be said.</param>
    /// <param name="read">Reads an answer, or throws <see cref="UsageException"/> with what would be one.</param>
    public T Ask<T>(string question, string? otherwise, Func<string, T> read)
    {
        while (true)
        {
            host.Out.Write(_colours.Bold(question));
            host.Out.Write(otherwise is null ? " " : $" {_colours.Dim($"[{otherwise}]")} ");
            host.Out.Flush();
            var typed = host.In.ReadLine()
                ?? throw new UsageException("Usage.NobodyAnswers");
            var answer = typed.Trim() is { Length: > 0 } words ? words : otherwise;
            if (answer is null)
                continue;
            try
            {
                return read(answer);
            }
            catch (UsageException mistake)
            {
                host.Out.WriteLine("  " + mistake.Told.In(host.Language));
            }
        }
    }

    /// <summary>Asks for terms of a kind.</summary>
    public ImmutableArray<Term> AskTerms(string question, string? otherwise, TermKind kind, Vocabulary vocabulary) =>
        Ask(question, otherwise, answer => ReadTerms(answer, kind, vocabulary));

    /// <summary>Reads terms with commas or blanks between them.</summary>
    /// <exception cref="UsageException">The vocabulary lacks one of them.</exception>
    public static ImmutableArray<Term> ReadTerms(string text, TermKind kind, Vocabulary vocabulary) =>
    [
        .. text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(word => Terms.Find(vocabulary, kind, word)).Distinct(),
    ];
}
