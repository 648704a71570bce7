using JovaPos.Data;
using Microsoft.EntityFrameworkCore;

namespace JovaPos.Books;

/// <summary>Hands the year's payments to who prepares the shop's taxes [JOVA-1.8, JOVA-2.6].</summary>
[Purpose(Purposes.LegalCompliance)]
public sealed class Bookkeeping(ShopContext shop, ITaxAdviser adviser, ILogger<Bookkeeping> log)
{
    /// <summary>Years of tax begin in Jakarta, which keeps no summer time.</summary>
    private static readonly TimeSpan Jakarta = TimeSpan.FromHours(7);

    /// <summary>Hands a year over; returns how many payments.</summary>
    public async Task<int> HandOverAsync(int year, CancellationToken cancel)
    {
        var from = new DateTimeOffset(year, 1, 1, 0, 0, 0, Jakarta).ToUniversalTime();
        var until = new DateTimeOffset(year + 1, 1, 1, 0, 0, 0, Jakarta).ToUniversalTime();
        var entries = await shop.Payments
            .Where(payment => payment.PaidAt >= from && payment.PaidAt < until)
            .OrderBy(payment => payment.PaidAt)
            .Select(payment => new BookEntry
            {
                OrderNumber = payment.Order!.Number,
                ProviderReference = payment.ProviderReference,
                AmountRupiah = payment.AmountRupiah,
                PaidAt = payment.PaidAt,
            })
            .ToListAsync(cancel);
        await adviser.ReceiveAsync(year, entries, cancel);
        log.LogInformation("Handed {Count} payments of {Year} to the adviser", entries.Count, year);
        return entries.Count;
    }
}
