namespace Alpokat.Payments;

/// <summary>A payment as the merchant sees it.</summary>
public sealed class PaymentView
{
    [DataCategory(Categories.Transaction.Payment)]
    public required string Number { get; init; }

    [DataCategory(Categories.Transaction.Payment)]
    public long AmountRupiah { get; init; }

    public DateTimeOffset PaidAt { get; init; }

    /// <summary>For the bill that is printed.</summary>
    [NotPersonalData("Random: whoever holds the bill can ask for its receipt by it, and it says nothing of anybody.")]
    public required string BillCode { get; init; }
}
