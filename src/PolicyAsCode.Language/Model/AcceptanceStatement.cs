namespace PolicyAsCode.Language.Model;

/// <summary>By what a person is taken to accept the notice.</summary>
public enum AcceptedBy
{
    /// <summary>By using the service.</summary>
    Use,

    /// <summary>By a click of the person's own.</summary>
    Click,

    /// <summary>By signing.</summary>
    Signature,
}

/// <summary>How the notice is accepted, and whether that is taken for consent (GDPR Art. 4(11) and 7(2)).</summary>
public sealed record AcceptanceStatement : Statement
{
    /// <summary>By what; null where the policy fails to say.</summary>
    public AcceptedBy? By { get; init; }

    /// <summary>
    /// Whether it is taken for consent to processing. True where the policy does not say, as the notices read;
    /// <c>as-consent: false</c> is the controller's decision to rest nothing on it.
    /// </summary>
    public bool IsConsent { get; init; } = true;
}
