namespace PolicyAsCode.Cli.Explaining;

/// <summary>An answer, and the lines that decided it.</summary>
/// <param name="Outcome">Allowed, refused, or nothing said.</param>
/// <param name="Answer">The answer in words.</param>
/// <param name="Needs">What must still be proved.</param>
/// <param name="Lines">The lines, the most telling first.</param>
internal sealed record Explanation(
    Outcome Outcome, string Answer, ImmutableArray<Term> Needs, ImmutableArray<ExplainedLine> Lines);
