namespace Ocis.Data;

/// <summary>
/// Somebody with an account. How old they are was asked when it was made, and is not here: the policy says never-stored [OCIS-6.1].
/// </summary>
[DataSubject(Subjects.User)]
public sealed class User
{
    public Guid Id { get; init; }

    [DataCategory(Categories.Contact.Name), Encrypted(Sealing.Person)]
    public string? Name { get; set; }

    [DataCategory(Categories.Contact.Email), Encrypted(Sealing.Person)]
    public string? Email { get; set; }

    [DataCategory(Categories.Contact.Phone), Encrypted(Sealing.Person)]
    public string? Phone { get; set; }

    /// <summary>Has to be unique, which sealed text cannot be.</summary>
    [DataCategory(Categories.Account.Username), Encrypted(Sealing.Volume)]
    public string? UserName { get; set; }

    /// <summary>What the password hasher made of the password; null for who signs in elsewhere.</summary>
    [DataCategory(Categories.Account.Password), Encrypted(Sealing.Volume)]
    public string? PasswordHash { get; set; }

    /// <summary>How the platform looks to them.</summary>
    [DataCategory(Categories.Preference.Any), Encrypted(Sealing.Person)]
    public string? Theme { get; set; }

    public UserRole Role { get; init; }

    public DateTimeOffset RegisteredAt { get; init; }

    [RetentionAnchor(Anchors.LastActivity)]
    public DateTimeOffset LastActivityAt { get; set; }

    [RetentionAnchor(Anchors.AccountClosed)]
    public DateTimeOffset? ClosedAt { get; set; }
}
