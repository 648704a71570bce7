namespace JovaPos.Ordering;

/// <summary>One product and how many.</summary>
public sealed class OrderFormLine
{
    [DataCategory(Categories.Transaction.PurchaseHistory)]
    public int ProductId { get; init; }

    [DataCategory(Categories.Transaction.PurchaseHistory)]
    public int Quantity { get; init; }
}
