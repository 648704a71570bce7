namespace PolicyAsCode.Cli.Explaining;

/// <summary>One line of a policy or a law, in words.</summary>
/// <param name="Location">Where it stands.</param>
/// <param name="Says">What it says.</param>
/// <param name="Source">By which clause of the notice, whose decision, or which article.</param>
internal sealed record ExplainedLine(FileLocation Location, string Says, string Source);
