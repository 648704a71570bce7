namespace OChat.Data;

/// <summary>Somebody who orders from a shop, or asks it something.</summary>
[DataSubject(Subjects.Customer)]
public sealed class Customer
{
    public Guid Id { get; init; }

    public int OrderPageId { get; init; }

    public OrderPage? OrderPage { get; init; }

    [DataCategory(Categories.Contact.Name), Encrypted(Sealing.How)]
    public string? Name { get; set; }

    [DataCategory(Categories.Contact.Email), Encrypted(Sealing.How)]
    public string? Email { get; set; }

    [DataCategory(Categories.Contact.Phone), Encrypted(Sealing.How)]
    public string? Phone { get; set; }

    [RetentionAnchor(Anchors.LastActivity)]
    public DateTimeOffset LastActivityAt { get; set; }

    [LegalHold]
    public bool OnLegalHold { get; set; }
}
