namespace Ocis.Transfers;

/// <summary>What who buys OCIS gets of a user: enough to go on serving them.</summary>
public sealed class TransferredUser
{
    [DataCategory(Categories.Contact.Name)]
    public string? Name { get; init; }

    [DataCategory(Categories.Contact.Email)]
    public string? Email { get; init; }

    [DataCategory(Categories.Account.Username)]
    public string? UserName { get; init; }
}
