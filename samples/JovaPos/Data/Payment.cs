namespace JovaPos.Data;

/// <summary>
/// Money received. Card numbers stay with the payment provider; the shop keeps the provider's reference.
/// </summary>
public sealed class Payment
{
    public Guid Id { get; init; }

    public Guid OrderId { get; init; }

    public Order? Order { get; init; }

    [DataCategory(Categories.Payment.Method)]
    public string? Method { get; set; }

    [DataCategory(Categories.Transaction.Payment)]
    public string? ProviderReference { get; set; }

    [DataCategory(Categories.Transaction.Payment, Categories.Transaction.PurchaseHistory)]
    public long AmountRupiah { get; init; }

    [RetentionAnchor(Anchors.PaymentMade)]
    public DateTimeOffset PaidAt { get; init; }
}
