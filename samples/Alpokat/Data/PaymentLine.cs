namespace Alpokat.Data;

/// <summary>One product of a payment.</summary>
public sealed class PaymentLine
{
    public Guid Id { get; init; }

    public Guid PaymentId { get; init; }

    public Payment? Payment { get; init; }

    [DataCategory(Categories.Transaction.Payment)]
    public Guid ProductId { get; init; }

    public Product? Product { get; init; }

    [DataCategory(Categories.Transaction.Payment)]
    public int Quantity { get; init; }
}
