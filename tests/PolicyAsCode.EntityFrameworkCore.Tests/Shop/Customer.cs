namespace PolicyAsCode.EntityFrameworkCore.Tests.Shop;

[DataSubject("customer")]
public sealed class Customer
{
    public Guid Id { get; init; }

    [DataCategory("contact.name")]
    public string Name { get; set; } = "";

    [DataCategory("contact.email")]
    public string? Email { get; set; }

    [DataCategory("identity.birth-date")]
    public DateOnly? BirthDate { get; set; }

    [RetentionAnchor("registration")]
    public DateOnly RegisteredOn { get; init; }

    [RetentionAnchor("last-purchase")]
    public DateTimeOffset? LastPurchaseAt { get; set; }

    [LegalHold]
    public bool OnLegalHold { get; set; }

    /// <summary>A soft delete, which a query filter hides.</summary>
    public bool IsHidden { get; set; }

    public List<Order> Orders { get; } = [];
}
