using JovaPos.Data;
using Microsoft.EntityFrameworkCore;

namespace JovaPos.Security;

/// <summary>
/// What staff look at to stop fraud, and what the fraud-prevention partner is told [JOVA-1.6, JOVA-2.8].
/// </summary>
[Purpose(Purposes.FraudPrevention)]
public sealed class FraudDesk(ShopContext shop, IFraudPartner partner, ILogger<FraudDesk> log)
{
    public Task<List<FraudSignalView>> RecentAsync(CancellationToken cancel) =>
        shop.FraudSignals
            .OrderByDescending(signal => signal.RaisedAt)
            .Take(50)
            .Select(signal => new FraudSignalView
            {
                CustomerId = signal.CustomerId,
                Kind = signal.Kind,
                Score = signal.Score,
                RaisedAt = signal.RaisedAt,
            })
            .ToListAsync(cancel);

    /// <summary>Tells the partner of the strongest signals; returns how many.</summary>
    public async Task<int> ShareStrongAsync(int atLeast, CancellationToken cancel)
    {
        var strong = await shop.FraudSignals.Where(signal => signal.Score >= atLeast).ToListAsync(cancel);
        foreach (var signal in strong)
            await partner.WarnAsync(signal.Kind, signal.Score, cancel);

        log.LogInformation("Shared {Count} fraud signals", strong.Count);
        return strong.Count;
    }
}
