namespace Ocis.Accounts;

/// <summary>Where somebody wants to be written to from now on.</summary>
public sealed class AddressForm
{
    [DataCategory(Categories.Contact.Email)]
    public required string Email { get; init; }
}
