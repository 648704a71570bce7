using System.Collections.Immutable;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Testing;

/// <summary>A question to a policy, and the answer that its officer expects.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Clauses">The clauses of the notice that say so; may be empty.</param>
/// <param name="Location">Where it stands: the words that ask.</param>
public sealed record Expectation(
    Question Question, Answer Answer, ImmutableArray<string> Clauses, FileLocation Location);
