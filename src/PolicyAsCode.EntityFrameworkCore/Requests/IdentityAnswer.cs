namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What came from who asks, as a proof of who they are.</summary>
/// <param name="Text">The answer.</param>
/// <param name="IsSentCode">Whether it is the code that was sent last to the registered address, in time.</param>
public sealed record IdentityAnswer(string Text, bool IsSentCode)
{
    /// <summary>Nothing of the answer: it may be a secret.</summary>
    public override string ToString() => IsSentCode ? "the code" : "another answer";
}
