namespace OChat.Accounts;

/// <summary>What somebody types in who wants to run a shop with OChat.</summary>
public sealed class RegistrationForm
{
    [DataCategory(Categories.Contact.Name)]
    public required string Name { get; init; }

    [DataCategory(Categories.Contact.Email)]
    public required string Email { get; init; }

    [DataCategory(Categories.Contact.Phone)]
    public string? Phone { get; init; }

    [DataCategory(Categories.Account.Username)]
    public required string UserName { get; init; }

    [DataCategory(Categories.Account.Password)]
    public required string Password { get; init; }

    /// <summary>Whether offers may come by e-mail: never ticked beforehand.</summary>
    public bool WantsOffers { get; init; }
}
