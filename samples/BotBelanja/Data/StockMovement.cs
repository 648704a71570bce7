namespace BotBelanja.Data;

/// <summary>Something that went onto a shelf, or off it: the sum over a product is what lies there.</summary>
public sealed class StockMovement
{
    public Guid Id { get; init; }

    public int ProductId { get; init; }

    public Product? Product { get; init; }

    /// <summary>The order that it left with; null for a delivery to the shop.</summary>
    public Guid? OrderId { get; init; }

    public int Quantity { get; init; }

    public DateTimeOffset At { get; init; }
}
