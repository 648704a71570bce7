namespace PolicyAsCode.EntityFrameworkCore.Tests.Shop;

[DataSubject("staff")]
public sealed class StaffMember
{
    public Guid Id { get; init; }

    [DataCategory("contact.name")]
    public string? Name { get; set; }

    [RetentionAnchor("employment-ended")]
    public DateOnly? EndedOn { get; set; }
}

public sealed class Order
{
    public int Id { get; init; }

    public Guid? CustomerId { get; set; }

    public Customer? Customer { get; set; }

    public Guid? CashierId { get; set; }

    public StaffMember? Cashier { get; set; }

    [DataCategory("transaction.order")]
    public string Number { get; init; } = "";

    [DataCategory("transaction.delivery")]
    public string? DeliveryAddress { get; set; }

    /// <summary>Counts from the customer's last purchase: through the link that the order loses.</summary>
    [DataCategory("contact.email")]
    public string? NotifyEmail { get; set; }

    [RetentionAnchor("order-placed")]
    public DateTimeOffset PlacedAt { get; init; }
}

public sealed class OrderLine
{
    public int Id { get; init; }

    public int OrderId { get; init; }

    public Order Order { get; init; } = null!;

    public int ProductId { get; init; }

    public Product Product { get; init; } = null!;

    [DataCategory("transaction.purchase-history")]
    public int Quantity { get; init; }

    [DataCategory("transaction.delivery")]
    public string GiftMessage { get; set; } = "";
}

public sealed class Product
{
    public int Id { get; init; }

    public string Title { get; init; } = "";

    public Guid? AddedById { get; set; }

    public StaffMember? AddedBy { get; set; }
}

public sealed class Payment
{
    public int Id { get; init; }

    public int OrderId { get; init; }

    public Order? Order { get; init; }

    [DataCategory("transaction.payment")]
    public string? Reference { get; set; }

    /// <summary>Counts from the customer's last purchase: through a link that another row loses.</summary>
    [DataCategory("contact.name")]
    public string? PayerName { get; set; }

    /// <summary>The same, but it goes 90 days after the order at the latest.</summary>
    [DataCategory("contact.name", "transaction.delivery")]
    public string? PayerNote { get; set; }

    [RetentionAnchor("payment-made")]
    public DateTimeOffset? PaidAt { get; set; }
}
