namespace Ocis.Events;

/// <summary>Who takes payments for OCIS, and keeps the cards to itself.</summary>
[Recipient(Recipients.PaymentProvider)]
public interface IPaymentProvider
{
    /// <summary>The provider's own number of the payment; null where it was refused.</summary>
    Task<string?> ChargeAsync(PaymentInstruction instruction, CancellationToken cancel);
}
