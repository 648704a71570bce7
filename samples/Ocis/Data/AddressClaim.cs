namespace Ocis.Data;

/// <summary>That somebody wants an address for an account: one that is to be made, or one that there is.</summary>
public sealed class AddressClaim
{
    public Guid Id { get; init; }

    public Guid AddressId { get; init; }

    public PendingAddress? Address { get; init; }

    /// <summary>Whose account it is for; null where there is none yet.</summary>
    public Guid? UserId { get; init; }

    public User? User { get; init; }

    [DataCategory(Categories.Contact.Name), Encrypted(Sealing.Person)]
    public string? Name { get; set; }

    [DataCategory(Categories.Account.Username), Encrypted(Sealing.Person)]
    public string? UserName { get; set; }

    /// <summary>What the password hasher made of the password: whoever confirms knows it.</summary>
    [DataCategory(Categories.Account.Password), Encrypted(Sealing.Volume)]
    public string? PasswordHash { get; set; }

    [RetentionAnchor(Anchors.Collected)]
    public DateTimeOffset AskedAt { get; init; }
}
