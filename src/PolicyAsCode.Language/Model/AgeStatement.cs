namespace PolicyAsCode.Language.Model;

/// <summary>What becomes of somebody who is too young.</summary>
public enum BelowAge
{
    /// <summary>No account, no data.</summary>
    Refuse,

    /// <summary>Only with a parent's consent (GDPR Art. 8(1), UU PDP art. 25).</summary>
    ParentalConsent,
}

/// <summary>From which age the service is open, and what is done with younger people's data (GDPR Art. 8).</summary>
public sealed record AgeStatement : Statement
{
    /// <summary>The first age that is old enough, in years.</summary>
    public required int Minimum { get; init; }

    /// <summary>What becomes of somebody younger.</summary>
    public BelowAge Below { get; init; }

    /// <summary>Whether data of somebody younger is erased as soon as it is found.</summary>
    public bool ErasedWhenFound { get; init; }
}
