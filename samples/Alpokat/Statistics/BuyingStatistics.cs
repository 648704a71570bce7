using Alpokat.Data;
using Microsoft.EntityFrameworkCore;

namespace Alpokat.Statistics;

/// <summary>What a population buys, and where; for what it runs, the bindings say of this namespace [ALPO-5.1].</summary>
public sealed class BuyingStatistics(AlpokatContext alpokat)
{
    public async Task<IReadOnlyList<BuyingFigure>> GoodsAsync(DateTimeOffset since, CancellationToken cancel) =>
        PopulationFigures.OfGoods(await alpokat.PaymentLines.AsNoTracking()
            .Include(line => line.Payment!.Customer).Include(line => line.Product)
            .Where(line => line.Payment!.PaidAt >= since)
            .ToListAsync(cancel));

    public async Task<IReadOnlyList<BuyingFigure>> TownsAsync(DateTimeOffset since, CancellationToken cancel) =>
        PopulationFigures.OfTowns(await alpokat.PaymentPlaces.AsNoTracking().Include(place => place.Customer)
            .Where(place => place.At >= since)
            .ToListAsync(cancel));
}
