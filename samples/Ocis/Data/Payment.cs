namespace Ocis.Data;

/// <summary>What was paid for an order. The card stays with the payment provider: there is no field for its number [OCIS-1.2].</summary>
public sealed class Payment
{
    public Guid Id { get; init; }

    public Guid OrderId { get; init; }

    public Order? Order { get; init; }

    /// <summary>By card, by transfer: gone a year later.</summary>
    [DataCategory(Categories.Payment.Method), Encrypted(Sealing.Volume)]
    public string? Method { get; set; }

    [DataCategory(Categories.Transaction.Payment), Encrypted(Sealing.Volume)]
    public long AmountCents { get; init; }

    /// <summary>What the provider calls it.</summary>
    [DataCategory(Categories.Transaction.Payment), Encrypted(Sealing.Volume)]
    public string? Receipt { get; set; }
}
