using BotBelanja.Data;

namespace BotBelanja.Ordering;

/// <summary>An order as the shop sees it.</summary>
public sealed record OrderView(
    string Number, OrderStatus Status, long TotalRupiah, DateTimeOffset PlacedAt, IReadOnlyList<OrderLineView> Lines);
