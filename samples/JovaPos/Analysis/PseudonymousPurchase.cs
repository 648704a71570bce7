namespace JovaPos.Analysis;

/// <summary>One line of somebody's order, without the somebody.</summary>
public sealed class PseudonymousPurchase
{
    public required string CustomerHash { get; init; }

    [DataCategory(Categories.Transaction.PurchaseHistory)]
    public int ProductId { get; init; }

    [DataCategory(Categories.Transaction.PurchaseHistory)]
    public int Quantity { get; init; }

    public DateOnly Month { get; init; }
}
