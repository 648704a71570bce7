namespace Ocis.Accounts;

/// <summary>A user's own data, as they gave it.</summary>
public sealed class ProfileView
{
    [DataCategory(Categories.Contact.Name)]
    public string? Name { get; init; }

    [DataCategory(Categories.Contact.Email)]
    public string? Email { get; init; }

    [DataCategory(Categories.Contact.Phone)]
    public string? Phone { get; init; }

    [DataCategory(Categories.Preference.Any)]
    public string? Theme { get; init; }
}
