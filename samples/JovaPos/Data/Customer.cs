namespace JovaPos.Data;

/// <summary>Somebody who buys: at the counter with no more than a phone number, or online with an account.</summary>
[DataSubject(Subjects.Customer)]
public sealed class Customer
{
    public Guid Id { get; init; }

    [DataCategory(Categories.Contact.Name)]
    public string? Name { get; set; }

    [DataCategory(Categories.Contact.Email)]
    public string? Email { get; set; }

    [DataCategory(Categories.Contact.Phone)]
    public string? Phone { get; set; }

    [DataCategory(Categories.Contact.Address)]
    public string? Address { get; set; }

    /// <summary>What the password hasher made of the password; null for those who buy at the counter only.</summary>
    [DataCategory(Categories.Account.Password)]
    public string? PasswordHash { get; set; }

    [RetentionAnchor(Anchors.Registration)]
    public DateTimeOffset RegisteredAt { get; init; }

    [RetentionAnchor(Anchors.LastActivity)]
    public DateTimeOffset? LastActivityAt { get; set; }

    [RetentionAnchor(Anchors.LastPurchase)]
    public DateTimeOffset? LastPurchaseAt { get; set; }

    /// <summary>While a dispute is open nothing of this customer may go.</summary>
    [LegalHold]
    public bool OnLegalHold { get; set; }

    public List<Order> Orders { get; } = [];
}
