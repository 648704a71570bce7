using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Language.Model;

/// <summary>What is done with data that reaches a recipient.</summary>
public enum RecipientAction
{
    /// <summary>It is handed over for the purposes stated.</summary>
    Share,

    /// <summary>It is sold.</summary>
    Sell,

    /// <summary>It is lent for money.</summary>
    Rent,

    /// <summary>It is exchanged for something else.</summary>
    Trade,
}

/// <summary>What makes a transfer to another country lawful (GDPR Art. 45 to 49, UU PDP art. 56).</summary>
public enum Safeguard
{
    /// <summary>The country's law protects as much (Art. 45).</summary>
    AdequacyDecision,

    /// <summary>Standard contractual clauses (Art. 46(2)(c)).</summary>
    StandardContractualClauses,

    /// <summary>Binding corporate rules (Art. 47).</summary>
    BindingCorporateRules,

    /// <summary>An approved code of conduct (Art. 46(2)(e)).</summary>
    CodeOfConduct,

    /// <summary>An approved certification (Art. 46(2)(f)).</summary>
    Certification,

    /// <summary>An agreement between states (Art. 46(2)(a)).</summary>
    InternationalAgreement,

    /// <summary>The person agreed in so many words, told of the risks (Art. 49(1)(a)).</summary>
    ExplicitConsent,
}

/// <summary>Somebody who gets data: what, in which form, for what, under which contract, where.</summary>
public sealed record RecipientStatement : Statement
{
    /// <summary>The recipient.</summary>
    public required Term Recipient { get; init; }

    /// <summary>
    /// <c>processor</c>, <c>controller</c>, <c>joint-controller</c> or <c>authority</c>; null where not said.
    /// </summary>
    public string? Role { get; init; }

    /// <summary>The contract that binds it; null where none is stated.</summary>
    public Message? Contract { get; init; }

    /// <summary>
    /// The countries and blocs where the data goes, as <c>Regions</c> writes them; empty says nothing
    /// of it.
    /// </summary>
    public ImmutableArray<string> Regions { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>What makes a transfer abroad lawful; null where not said.</summary>
    public Safeguard? Safeguard { get; init; }

    /// <summary>What is done with the data.</summary>
    public RecipientAction Action { get; init; }

    /// <summary>When people are told that the recipient gets their data; null where they are not.</summary>
    public Announcement? Announced { get; init; }

    /// <summary>Whether it gets data on a valid legal request only.</summary>
    public bool OnLegalRequest { get; init; }

    /// <summary>Whether it is bound to confidentiality.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>
    /// The proof that must have been given before each disclosure (<c>after: consent</c>); null where none.
    /// </summary>
    public Term? After { get; init; }

    /// <summary>The categories that it receives; narrower ones are included.</summary>
    public ImmutableArray<Term> Receives { get; init; } = ImmutableArray<Term>.Empty;

    /// <summary>The form that is the least removed from the person it may receive.</summary>
    public Form As { get; init; }

    /// <summary>For which purposes; closed.</summary>
    public ImmutableArray<Term> Purposes { get; init; } = ImmutableArray<Term>.Empty;
}
