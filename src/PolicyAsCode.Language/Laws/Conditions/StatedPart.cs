using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Laws.Conditions;

/// <summary>Something that people must be told.</summary>
/// <param name="Mend">How a policy says it.</param>
/// <param name="Missing">Where a policy fails to, and what of it; no place is the policy as a whole.</param>
/// <param name="BearsOn">On which statements it bears.</param>
internal sealed record StatedPart(
    Message Mend,
    Func<PolicyModel, LawPack, IEnumerable<(FileLocation? Location, Message What)>> Missing,
    Func<Statement, bool> BearsOn);
