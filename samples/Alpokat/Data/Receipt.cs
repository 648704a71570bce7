namespace Alpokat.Data;

/// <summary>A digital receipt: a voucher, kept as long as the payment that it is of.</summary>
public sealed class Receipt
{
    public Guid Id { get; init; }

    public Guid PaymentId { get; init; }

    public Payment? Payment { get; init; }

    [DataCategory(Categories.Transaction.Receipt)]
    public required string Number { get; init; }

    public DateTimeOffset IssuedAt { get; init; }
}
