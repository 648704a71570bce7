namespace Alpokat.Accounts;

/// <summary>A merchant's own data, as they gave it.</summary>
public sealed class ProfileView
{
    [DataCategory(Categories.Contact.Name)]
    public string? Name { get; init; }

    [DataCategory(Categories.Contact.Email)]
    public string? Email { get; init; }

    [DataCategory(Categories.Contact.Phone)]
    public string? Phone { get; init; }

    [DataCategory(Categories.Contact.Address)]
    public string? OfficeAddress { get; init; }

    [DataCategory(Categories.Account.UserId)]
    public string? UserId { get; init; }

    [DataCategory(Categories.Account.PublicProfile)]
    public string? PublicProfile { get; init; }

    public bool IsConfirmed { get; init; }
}
