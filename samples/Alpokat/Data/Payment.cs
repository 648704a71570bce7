namespace Alpokat.Data;

/// <summary>A payment. Tax law keeps it after merchant and customer have gone, so the links to both can be cut.</summary>
public sealed class Payment
{
    public Guid Id { get; init; }

    public Guid? MerchantId { get; set; }

    public Merchant? Merchant { get; set; }

    public Guid? CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [DataCategory(Categories.Transaction.Payment)]
    public required string Number { get; init; }

    [DataCategory(Categories.Transaction.Payment)]
    public long AmountRupiah { get; init; }

    [DataCategory(Categories.Payment.Method)]
    public PaymentMethod? Method { get; set; }

    /// <summary>Printed on the bill.</summary>
    [NotPersonalData("Random: whoever holds the bill can ask for its receipt by it, and it says nothing of anybody.")]
    public required string BillCode { get; init; }

    [RetentionAnchor(Anchors.PaymentMade)]
    public DateTimeOffset PaidAt { get; init; }

    public List<PaymentLine> Lines { get; } = [];

    public Receipt? Receipt { get; set; }
}
