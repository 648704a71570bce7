using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Solution;

/// <summary>A term that an attribute of ours gives to a piece of code.</summary>
/// <param name="Kind">What kind of term it is.</param>
/// <param name="Key">The term, as the attribute says it.</param>
/// <param name="Code">
/// The code: a type, a member (also for its parameters and what it returns), or nothing where it is the whole assembly.
/// </param>
public sealed record SaidTerm(TermKind Kind, string Key, string Code);
