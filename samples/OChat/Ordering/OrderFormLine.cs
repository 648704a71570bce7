namespace OChat.Ordering;

/// <summary>One product and how many.</summary>
public sealed class OrderFormLine
{
    [DataCategory(Categories.Transaction.Order)]
    public required string Sku { get; init; }

    [DataCategory(Categories.Transaction.Order)]
    public int Quantity { get; init; }
}
