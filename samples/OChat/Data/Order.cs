namespace OChat.Data;

/// <summary>A purchase. Tax law keeps it after the customer has gone, so the link to the customer can be cut.</summary>
public sealed class Order
{
    public Guid Id { get; init; }

    public int OrderPageId { get; init; }

    public OrderPage? OrderPage { get; init; }

    public Guid? CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [DataCategory(Categories.Transaction.Order)]
    public required string Number { get; init; }

    [DataCategory(Categories.Transaction.Order)]
    public OrderStatus Status { get; set; }

    [DataCategory(Categories.Transaction.Order)]
    public long TotalRupiah { get; set; }

    [RetentionAnchor(Anchors.OrderPlaced)]
    public DateTimeOffset PlacedAt { get; init; }

    public List<OrderLine> Lines { get; } = [];

    public Delivery? Delivery { get; set; }
}
