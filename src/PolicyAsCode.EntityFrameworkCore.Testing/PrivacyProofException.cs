namespace PolicyAsCode.EntityFrameworkCore.Testing;

/// <summary>A proof failed. Each sentence says what happened to which row, of whom, and what the policy says.</summary>
public sealed class PrivacyProofException : Exception
{
    private const int Shown = 20;

    /// <summary>The failure of a proof.</summary>
    /// <param name="proof">What was to be proved.</param>
    /// <param name="sentences">What was seen instead.</param>
    public PrivacyProofException(string proof, IReadOnlyList<string> sentences)
        : base($"{proof}: not so.\n" + string.Join('\n', sentences.Take(Shown).Select(sentence => "- " + sentence))
            + (sentences.Count > Shown ? $"\n- and {sentences.Count - Shown} more" : "")) =>
        Sentences = sentences;

    /// <summary>What was seen instead, a sentence each.</summary>
    public IReadOnlyList<string> Sentences { get; }
}
