using OChat.Data;

namespace OChat.Ordering;

/// <summary>An order as its customer and the shop see it.</summary>
public sealed class OrderView
{
    [DataCategory(Categories.Transaction.Order)]
    public required string Number { get; init; }

    [DataCategory(Categories.Transaction.Order)]
    public OrderStatus Status { get; init; }

    [DataCategory(Categories.Transaction.Order)]
    public long TotalRupiah { get; init; }

    [DataCategory(Categories.Transaction.Order)]
    public IReadOnlyList<string> Products { get; init; } = [];
}
