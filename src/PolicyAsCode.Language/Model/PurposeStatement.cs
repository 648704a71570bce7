using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Language.Model;

/// <summary>On which ground personal data is processed (GDPR Art. 6(1), UU PDP art. 20(2)).</summary>
public enum LawfulBasis
{
    /// <summary>The subject agreed, and can withdraw.</summary>
    Consent,

    /// <summary>A contract with the subject needs it.</summary>
    Contract,

    /// <summary>A law demands it.</summary>
    LegalObligation,

    /// <summary>It protects somebody's life.</summary>
    VitalInterests,

    /// <summary>A task in the public interest.</summary>
    PublicTask,

    /// <summary>An interest that outweighs the subject's.</summary>
    LegitimateInterests,
}

/// <summary>A purpose that the policy has, and its lawful basis.</summary>
public sealed record PurposeStatement : Statement
{
    /// <summary>The purpose.</summary>
    public required Term Purpose { get; init; }

    /// <summary>Its lawful basis; null where the policy fails to say.</summary>
    public LawfulBasis? Basis { get; init; }

    /// <summary>
    /// How a subject opts out, in the policy's words (<c>every-message</c>); null where it says nothing.
    /// </summary>
    public string? OptOut { get; init; }

    /// <summary>The form that is the least removed from the person in which data may be used for it.</summary>
    public Form As { get; init; }

    /// <summary>How consent is asked for and proved; null where nothing is said of it.</summary>
    public ConsentStatement? Consent { get; init; }

    /// <summary>Which legitimate interest it serves (GDPR Art. 13(1)(d)); null where not said.</summary>
    public Message? Interest { get; init; }

    /// <summary>Whether a person can object to it (GDPR Art. 21); null where not said.</summary>
    public bool? Objection { get; init; }
}
