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

    /// <summary>An address that somebody gave, and whose reader has not said yet that it is theirs: then it is <see cref="Email"/>.</summary>
    [DataCategory(Categories.Contact.Email), Encrypted(Sealing.Person)]
    public string? UnconfirmedEmail { get; set; }

    /// <summary>Which question about that address is the last: links of earlier ones are worth nothing.</summary>
    public Guid? ConfirmationId { get; set; }

    public DateTimeOffset RegisteredAt { get; init; }

    [RetentionAnchor(Anchors.LastActivity)]
    public DateTimeOffset LastActivityAt { get; set; }

    /// <summary>An account whose address nobody confirms closes when the link expires.</summary>
    [RetentionAnchor(Anchors.AccountClosed)]
    public DateTimeOffset? ClosedAt { get; set; }
}
