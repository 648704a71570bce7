using JovaPos.Data;

namespace JovaPos.Payments;

/// <summary>Charges an order and books the payment.</summary>
public sealed class Cashier(IPaymentProvider provider, TimeProvider time)
{
    public async Task ChargeAsync(
        Order order, [DataCategory(Categories.Payment.Method)] string method, CancellationToken cancel)
    {
        var instruction = new PaymentInstruction
        {
            OrderNumber = order.Number,
            AmountRupiah = order.TotalRupiah,
            Method = method,
        };
        var reference = await provider.ChargeAsync(instruction, cancel);

        order.Payments.Add(new Payment
        {
            Id = Guid.NewGuid(),
            Method = method,
            ProviderReference = reference,
            AmountRupiah = order.TotalRupiah,
            PaidAt = time.GetUtcNow(),
        });
        order.Status = OrderStatus.Paid;
    }
}
