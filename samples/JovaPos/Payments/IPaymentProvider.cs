namespace JovaPos.Payments;

/// <summary>The payment provider, a processor under contract [JOVA-2.1].</summary>
[Recipient(Recipients.PaymentProvider)]
public interface IPaymentProvider
{
    /// <summary>Takes the money and answers with the provider's own reference.</summary>
    [return: DataCategory(Categories.Transaction.Payment)]
    Task<string> ChargeAsync(PaymentInstruction instruction, CancellationToken cancel);
}
