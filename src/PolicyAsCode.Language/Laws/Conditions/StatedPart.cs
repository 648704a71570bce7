using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Laws.Conditions;

/// <summary>Something that people must be told.</summary>
/// <param name="Check">Tells where a policy fails to say it.</param>
/// <param name="BearsOn">On which statements it bears.</param>
internal sealed record StatedPart(Action<LawCheck> Check, Func<Statement, bool> BearsOn);
