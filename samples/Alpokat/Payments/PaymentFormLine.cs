namespace Alpokat.Payments;

/// <summary>One product that is paid for.</summary>
public sealed class PaymentFormLine
{
    [DataCategory(Categories.Transaction.Payment)]
    public Guid ProductId { get; init; }

    [DataCategory(Categories.Transaction.Payment)]
    public int Quantity { get; init; }
}
