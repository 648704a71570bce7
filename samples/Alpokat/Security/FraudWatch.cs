using Alpokat.Data;
using Microsoft.EntityFrameworkCore;

namespace Alpokat.Security;

/// <summary>Looks for payments that are fraud more often than not: the same amount by card, again and again [ALPO-5.2].</summary>
[Purpose(Purposes.FraudPrevention)]
public sealed class FraudWatch(AlpokatContext alpokat, TimeProvider time, ILogger<FraudWatch> log)
{
    /// <summary>How many payments of one amount within <see cref="Window"/> are too many.</summary>
    public const int TooMany = 5;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <summary>Raises a signal if there is reason to; whether it did.</summary>
    public async Task<bool> LookAtAsync(Guid merchantId, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var since = now - Window;
        var recent = await alpokat.Payments.AsNoTracking()
            .Where(payment => payment.MerchantId == merchantId && payment.PaidAt >= since)
            .ToListAsync(cancel);
        var repeated = recent.Where(payment => payment.Method == PaymentMethod.Card)
            .GroupBy(payment => payment.AmountRupiah)
            .Any(same => same.Count() >= TooMany);
        if (!repeated || await alpokat.FraudSignals.AnyAsync(signal => signal.MerchantId == merchantId && signal.RaisedAt >= since, cancel))
            return false;

        alpokat.FraudSignals.Add(new FraudSignal
        {
            Id = Guid.NewGuid(),
            MerchantId = merchantId,
            Reason = $"{TooMany} pembayaran kartu dengan jumlah yang sama dalam {Window.TotalMinutes:0} menit",
            RaisedAt = now,
        });
        await alpokat.SaveChangesAsync(cancel);
        log.LogWarning("A signal was raised for merchant {MerchantId}", merchantId);
        return true;
    }

    /// <summary>What was raised, the newest first.</summary>
    public Task<List<FraudSignalView>> RaisedAsync(CancellationToken cancel) =>
        alpokat.FraudSignals.OrderByDescending(signal => signal.RaisedAt)
            .Select(signal => new FraudSignalView
            {
                Id = signal.Id, MerchantId = signal.MerchantId, Reason = signal.Reason, RaisedAt = signal.RaisedAt,
            })
            .ToListAsync(cancel);
}
