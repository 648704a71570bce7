using System.Security.Cryptography;
using Alpokat.Data;
using Alpokat.Security;
using Microsoft.EntityFrameworkCore;

namespace Alpokat.Payments;

/// <summary>Takes payments [ALPO-1.1].</summary>
[Purpose(Purposes.ServiceProvision)]
public sealed class Till(AlpokatContext alpokat, FraudWatch fraud, TimeProvider time, ILogger<Till> log)
{
    /// <summary>Takes a payment of somebody of whom nothing is known; null where the merchant sells none of it.</summary>
    public async Task<PaymentView?> TakeAsync(Guid merchantId, PaymentForm form, CancellationToken cancel)
    {
        var products = await alpokat.Products.Where(product => product.MerchantId == merchantId)
            .ToDictionaryAsync(product => product.Id, cancel);
        if (form.Lines.Count == 0 || form.Lines.Any(line => line.Quantity <= 0 || !products.ContainsKey(line.ProductId)))
            return null;

        var now = time.GetUtcNow();
        var customer = new Customer { Id = Guid.NewGuid(), LastPaidAt = now };
        var payment = new Payment
        {
            Id = Guid.NewGuid(),
            MerchantId = merchantId,
            CustomerId = customer.Id,
            Number = NewNumber(now),
            AmountRupiah = form.Lines.Sum(line => products[line.ProductId].PriceRupiah * line.Quantity),
            Method = form.Method,
            BillCode = RandomNumberGenerator.GetHexString(16),
            PaidAt = now,
        };
        payment.Lines.AddRange(form.Lines.Select(line => new PaymentLine
        {
            Id = Guid.NewGuid(), ProductId = line.ProductId, Quantity = line.Quantity,
        }));
        alpokat.Customers.Add(customer);
        alpokat.Payments.Add(payment);
        alpokat.PaymentPlaces.Add(PlaceOf(customer.Id, form, now));
        await alpokat.SaveChangesAsync(cancel);
        log.LogInformation("Merchant {MerchantId} took a payment", merchantId);
        await fraud.LookAtAsync(merchantId, cancel);
        return View(payment);
    }

    public async Task<IReadOnlyList<PaymentView>> OfAsync(Guid merchantId, CancellationToken cancel) =>
    [
        .. (await alpokat.Payments.AsNoTracking().Where(payment => payment.MerchantId == merchantId)
            .OrderByDescending(payment => payment.PaidAt).ToListAsync(cancel)).Select(View),
    ];

    private static PaymentView View(Payment payment) => new()
    {
        Number = payment.Number, AmountRupiah = payment.AmountRupiah, PaidAt = payment.PaidAt, BillCode = payment.BillCode,
    };

    // The town goes to where statistics count it, and is used for nothing else.
    [Purpose(Purposes.Statistics)]
    private static PaymentPlace PlaceOf(Guid customerId, PaymentForm form, DateTimeOffset at) =>
        new() { Id = Guid.NewGuid(), CustomerId = customerId, Town = form.Town, At = at };

    [return: DataCategory(Categories.Transaction.Payment)]
    private static string NewNumber(DateTimeOffset at) => $"AP-{at:yyMMdd}-{RandomNumberGenerator.GetHexString(8)}";
}
