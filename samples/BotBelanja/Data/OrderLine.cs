namespace BotBelanja.Data;

/// <summary>One product of an order.</summary>
public sealed class OrderLine
{
    public Guid Id { get; init; }

    public Guid OrderId { get; init; }

    public Order? Order { get; init; }

    public int ProductId { get; init; }

    public Product? Product { get; init; }

    public int Quantity { get; init; }

    public long UnitPriceRupiah { get; init; }
}
