namespace PolicyAsCode.Language.Testing;

/// <summary>What a policy test expects, and what a policy answers.</summary>
public enum Answer
{
    /// <summary>Allowed, with the proofs that were given.</summary>
    Allowed,

    /// <summary>Not allowed, or not without a proof that was not given.</summary>
    Refused,

    /// <summary>The policy says nothing of it.</summary>
    Unknown,
}
