namespace JovaPos.Communication;

/// <summary>The receipt of an order, as its customer reads it.</summary>
public sealed class Receipt
{
    [DataCategory(
        Categories.Transaction.Receipt, Categories.Transaction.Order, Categories.Transaction.PurchaseHistory)]
    public required string Text { get; init; }
}
