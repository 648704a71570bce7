namespace JovaPos.Payments;

/// <summary>Stands in for the payment provider on a developer's machine: every payment succeeds.</summary>
public sealed class LocalPaymentProvider : IPaymentProvider
{
    public Task<string> ChargeAsync(PaymentInstruction instruction, CancellationToken cancel) =>
        Task.FromResult($"LOCAL-{instruction.OrderNumber}");
}
