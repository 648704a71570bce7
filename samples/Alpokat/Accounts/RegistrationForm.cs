namespace Alpokat.Accounts;

/// <summary>What somebody types in who wants to sell with ALPOKAT [ALPO-1.2].</summary>
public sealed class RegistrationForm
{
    [DataCategory(Categories.Contact.Name)]
    public required string Name { get; init; }

    [DataCategory(Categories.Contact.Email)]
    public required string Email { get; init; }

    [DataCategory(Categories.Contact.Phone)]
    public string? Phone { get; init; }

    [DataCategory(Categories.Contact.Address)]
    public string? OfficeAddress { get; init; }

    [DataCategory(Categories.Identity.BirthDate)]
    public DateOnly? BirthDate { get; init; }

    [DataCategory(Categories.Account.Username)]
    public required string UserName { get; init; }

    [DataCategory(Categories.Account.Password)]
    public required string Password { get; init; }

    /// <summary>Whether news and offers may come by e-mail: never ticked beforehand.</summary>
    [DataCategory(Categories.Preference.Marketing)]
    public bool WantsOffers { get; init; }
}
