using JovaPos.Data;

namespace JovaPos.Accounts;

/// <summary>Somebody who works in the shop, as the manager sees them.</summary>
public sealed class StaffView
{
    [DataCategory(Categories.Employment.StaffNumber)]
    public string? StaffNumber { get; init; }

    [DataCategory(Categories.Contact.Name)]
    public string? Name { get; init; }

    [DataCategory(Categories.Account.Username)]
    public string? SignInName { get; init; }

    [DataCategory(Categories.Employment.Role)]
    public StaffRole? Role { get; init; }
}
