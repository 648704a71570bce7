namespace JovaPos.Accounts;

/// <summary>What a customer types in to open an account.</summary>
public sealed class RegistrationForm
{
    [DataCategory(Categories.Contact.Name)]
    public required string Name { get; init; }

    [DataCategory(Categories.Contact.Email)]
    public required string Email { get; init; }

    [DataCategory(Categories.Contact.Phone)]
    public string? Phone { get; init; }

    [DataCategory(Categories.Contact.Address)]
    public string? Address { get; init; }

    [DataCategory(Categories.Account.Password)]
    public required string Password { get; init; }
}
