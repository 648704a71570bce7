using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Testing;

/// <summary>What came of one expectation.</summary>
/// <param name="Expectation">The expectation.</param>
/// <param name="Answer">What the policy answers.</param>
/// <param name="Passed">Whether that is what was expected.</param>
/// <param name="Because">The statements that decided, the most telling first.</param>
/// <param name="Reason">Why the policy answers so, in words that go on from a colon.</param>
public sealed record TestResult(
    Expectation Expectation, Answer Answer, bool Passed, ImmutableArray<Statement> Because, Message Reason)
{
    /// <summary>Where the policy says so; null where it says nothing.</summary>
    public FileLocation? Decided => Because.IsEmpty ? null : Because[0].Location;
}
