namespace JovaPos.Ordering;

/// <summary>One line of an order as its customer sees it.</summary>
public sealed class OrderLineView
{
    [DataCategory(Categories.Transaction.PurchaseHistory)]
    public required string Product { get; init; }

    [DataCategory(Categories.Transaction.PurchaseHistory)]
    public int Quantity { get; init; }

    [DataCategory(Categories.Transaction.PurchaseHistory)]
    public long UnitPriceRupiah { get; init; }
}
