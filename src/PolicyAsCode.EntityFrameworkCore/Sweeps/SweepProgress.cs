namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>How far a retention sweep has come; told after each batch.</summary>
/// <param name="Rule">The rule that it follows just now.</param>
/// <param name="Step">Which of its steps, from 1; a step follows one rule, or removes rows with what hangs on them.</param>
/// <param name="Steps">How many steps there are.</param>
/// <param name="Rows">How many rows this rule has changed so far.</param>
/// <param name="TotalRows">How many rows all of it has changed so far.</param>
public sealed record SweepProgress(PrivacyRule Rule, int Step, int Steps, int Rows, int TotalRows);
