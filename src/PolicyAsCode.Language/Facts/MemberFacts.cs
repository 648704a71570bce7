namespace PolicyAsCode.Language.Facts;

/// <summary>What bindings declare of a member.</summary>
/// <param name="Member">The member.</param>
/// <param name="Held">What it holds; nothing for one that is declared not to be personal.</param>
public sealed record MemberFacts(string Member, DataFacts Held);
