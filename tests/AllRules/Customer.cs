namespace Cellar;

/// <summary>Somebody who buys wine.</summary>
[DataSubject(Subjects.Customer)]
public sealed class Customer
{
    public Guid Id { get; init; }

    [DataCategory(Categories.Contact.Name)]
    public string? Name { get; set; }

    [DataCategory(Categories.Contact.Email)]
    public string? Email { get; set; }

    [RetentionAnchor(Anchors.LastPurchase)]
    public DateTimeOffset? LastPurchaseAt { get; set; }
}
