namespace Ocis.Events;

/// <summary>All that the payment provider is told [OCIS-1.2].</summary>
public sealed class PaymentInstruction
{
    [DataCategory(Categories.Transaction.Order)]
    public required string Number { get; init; }

    [DataCategory(Categories.Transaction.Payment)]
    public long AmountCents { get; init; }

    [DataCategory(Categories.Payment.Method)]
    public required string Method { get; init; }

    [NotPersonalData("Made by the provider itself, for one payment.")]
    public required string PaymentToken { get; init; }
}
