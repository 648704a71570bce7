namespace JovaPos.Payments;

/// <summary>All that the payment provider is told: what, how much and how; not who.</summary>
public sealed class PaymentInstruction
{
    [DataCategory(Categories.Transaction.Order)]
    public required string OrderNumber { get; init; }

    [DataCategory(Categories.Transaction.Payment, Categories.Transaction.PurchaseHistory)]
    public long AmountRupiah { get; init; }

    [DataCategory(Categories.Payment.Method)]
    public required string Method { get; init; }
}
