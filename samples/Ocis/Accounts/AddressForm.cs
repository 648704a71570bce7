namespace Ocis.Accounts;

/// <summary>Where somebody wants to be written to from now on, and what shows that it is they: a session alone does not.</summary>
public sealed class AddressForm
{
    [DataCategory(Categories.Contact.Email)]
    public required string Email { get; init; }

    [DataCategory(Categories.Account.Password)]
    public string? Password { get; init; }

    /// <summary>Of who has no password: with whom they sign in.</summary>
    public string? Provider { get; init; }

    [NotPersonalData("A random ticket that the provider gives out for one use.")]
    public string? Ticket { get; init; }

    /// <summary>What the browser kept since it began there: who has seen the ticket alone cannot use it.</summary>
    [NotPersonalData("A random number of the browser's own, for one use.")]
    public string? Verifier { get; init; }
}
