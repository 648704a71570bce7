namespace Ocis.Data;

/// <summary>That a user signs in with Google, LinkedIn or Microsoft, and as whom these know them [OCIS-1.5].</summary>
public sealed class FederatedLogin
{
    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    public User? User { get; init; }

    public required string Provider { get; init; }

    [DataCategory(Categories.Account.UserId), Encrypted(Sealing.Person)]
    public string? ProviderUserId { get; set; }
}
