namespace OChat.Data;

/// <summary>One product of an order.</summary>
public sealed class OrderLine
{
    public Guid Id { get; init; }

    public Guid OrderId { get; init; }

    public Order? Order { get; init; }

    [DataCategory(Categories.Transaction.Order)]
    public int ProductId { get; init; }

    public Product? Product { get; init; }

    [DataCategory(Categories.Transaction.Order)]
    public int Quantity { get; init; }
}
