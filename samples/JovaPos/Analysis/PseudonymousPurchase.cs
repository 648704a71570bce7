namespace JovaPos.Analysis;

/// <summary>One line of somebody's order, without the somebody; only <see cref="CustomerPseudonyms"/> makes one.</summary>
public sealed class PseudonymousPurchase
{
    public required string CustomerHash { get; init; }

    [DataCategory(Categories.Transaction.PurchaseHistory, Form = DataForm.Pseudonymised)]
    public int ProductId { get; init; }

    [DataCategory(Categories.Transaction.PurchaseHistory, Form = DataForm.Pseudonymised)]
    public int Quantity { get; init; }

    public DateOnly Month { get; init; }
}
