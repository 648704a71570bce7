namespace Ocis.Accounts;

/// <summary>What a provider of federated logins tells of somebody, and nothing else of what it knows [OCIS-1.5].</summary>
public sealed class FederatedProfile
{
    [DataCategory(Categories.Account.UserId)]
    public required string ProviderUserId { get; init; }

    [DataCategory(Categories.Contact.Name)]
    public required string Name { get; init; }

    [DataCategory(Categories.Contact.Email)]
    public required string Email { get; init; }
}
