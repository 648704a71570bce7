using JovaPos.Data;

namespace JovaPos.Ordering;

/// <summary>An order as its customer sees it.</summary>
public sealed class OrderView
{
    [DataCategory(Categories.Transaction.Order)]
    public required string Number { get; init; }

    [DataCategory(Categories.Transaction.Order)]
    public OrderStatus Status { get; init; }

    [DataCategory(Categories.Transaction.PurchaseHistory)]
    public long TotalRupiah { get; init; }

    public DateTimeOffset PlacedAt { get; init; }

    [DataCategory(Categories.Transaction.Delivery)]
    public string? TrackingCode { get; init; }

    public IReadOnlyList<OrderLineView> Lines { get; init; } = [];
}
