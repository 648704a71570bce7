namespace BotBelanja.Data;

/// <summary>
/// What was ordered, how many, and when [BOT-1.b]. Whose it is stands nowhere: the shop, which took it, tells its customer by
/// the number.
/// </summary>
public sealed class Order
{
    public Guid Id { get; init; }

    public int ShopId { get; init; }

    public Shop? Shop { get; init; }

    public required string Number { get; init; }

    /// <summary>Chosen by the order page for each order, so that one that is sent twice is placed once.</summary>
    public Guid RequestKey { get; init; }

    public OrderStatus Status { get; set; }

    public long TotalRupiah { get; set; }

    public DateTimeOffset PlacedAt { get; init; }

    public List<OrderLine> Lines { get; } = [];

    public List<HandlingStep> Steps { get; } = [];
}
