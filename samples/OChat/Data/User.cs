namespace OChat.Data;

/// <summary>Somebody who runs a shop with OChat.</summary>
[DataSubject(Subjects.User)]
public sealed class User
{
    public Guid Id { get; init; }

    [DataCategory(Categories.Contact.Name), Encrypted(Sealing.How)]
    public string? Name { get; set; }

    [DataCategory(Categories.Contact.Email), Encrypted(Sealing.How)]
    public string? Email { get; set; }

    [DataCategory(Categories.Contact.Phone), Encrypted(Sealing.How)]
    public string? Phone { get; set; }

    [DataCategory(Categories.Account.Username)]
    public string? UserName { get; set; }

    /// <summary>What the password hasher made of the password.</summary>
    [DataCategory(Categories.Account.Password)]
    public string? PasswordHash { get; set; }

    public UserRole Role { get; init; }

    public DateTimeOffset RegisteredAt { get; init; }

    /// <summary>Null until somebody at OChat has looked at the application.</summary>
    public DateTimeOffset? ApprovedAt { get; set; }

    [RetentionAnchor(Anchors.AccountClosed)]
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>While a dispute is open nothing of this user may go.</summary>
    [LegalHold]
    public bool OnLegalHold { get; set; }
}
