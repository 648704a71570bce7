using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Difference;

/// <summary>One change between two policies.</summary>
/// <param name="Part">What it is about.</param>
/// <param name="Key">The data, purpose, recipient, right, … as policies write it: <c>contact.email</c>.</param>
/// <param name="Field">The key of the language that changed: <c>for</c>, <c>keep</c>, <c>basis</c>.</param>
/// <param name="Direction">Where it leads.</param>
/// <param name="Text">The change in words: <c>contact.email: for + promotion</c>.</param>
/// <param name="Old">Where the old policy says it; null where it says nothing of it.</param>
/// <param name="New">Where the new policy says it; null where it says nothing of it.</param>
public sealed record PolicyChange(
    PolicyPart Part, string Key, string Field, ChangeDirection Direction, Message Text, FileLocation? Old,
    FileLocation? New)
{
    /// <summary>Whether people should be told of it, so that the policy needs a new version.</summary>
    public bool IsMaterial => Materiality.IsMaterial(this);
}
