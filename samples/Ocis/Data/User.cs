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

    public UserRole Role { get; set; }

    /// <summary>When the account was made, or opened again.</summary>
    public DateTimeOffset RegisteredAt { get; set; }

    [RetentionAnchor(Anchors.LastActivity)]
    public DateTimeOffset LastActivityAt { get; set; }

    [RetentionAnchor(Anchors.AccountClosed)]
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Who comes back is a member like any other, whatever they were allowed before; the times of the policy run no more.</summary>
    public void Reopen(DateTimeOffset now) => (Role, ClosedAt, RegisteredAt, LastActivityAt) = (UserRole.Member, null, now, now);
}
