namespace Ocis.Accounts;

/// <summary>What somebody types in who wants an account.</summary>
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

    /// <summary>Compared with sixteen years, and forgotten with this form [OCIS-6.1].</summary>
    [DataCategory(Categories.Identity.BirthDate)]
    public required DateOnly BirthDate { get; init; }

    /// <summary>Whether newsletters may come: never ticked beforehand [OCIS-2.4].</summary>
    public bool WantsNewsletters { get; init; }
}
