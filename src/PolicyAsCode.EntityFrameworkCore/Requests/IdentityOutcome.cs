namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What became of an answer that was to prove who asks.</summary>
public enum IdentityOutcome
{
    /// <summary>It did.</summary>
    Verified,

    /// <summary>It did not, or came too late: another try, or another code.</summary>
    NotVerified,

    /// <summary>There were too many tries: only another code helps, or somebody who knows the person.</summary>
    TooManyAttempts,
}
