using System.Collections.Immutable;

namespace PolicyAsCode.Language.Model;

/// <summary>
/// The form of data, nearest to the person first; the order is the meaning (a later form discloses less).
/// </summary>
public enum Form
{
    /// <summary>As collected.</summary>
    Raw,

    /// <summary>Hashed, tokenised or keyed; still personal data.</summary>
    Pseudonymised,

    /// <summary>Summed over several people.</summary>
    Aggregated,

    /// <summary>About nobody who can be identified any more.</summary>
    Anonymised,
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
    public string? Contract { get; init; }

    /// <summary>ISO 3166 country, or a bloc such as <c>EU</c>; null where not said.</summary>
    public string? Region { get; init; }

    /// <summary>
    /// What makes a transfer abroad lawful, such as <c>standard contractual clauses</c>; null where not said.
    /// </summary>
    public string? Safeguard { get; init; }

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
