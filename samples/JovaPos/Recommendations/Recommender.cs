using JovaPos.Data;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos.Recommendations;

/// <summary>Recommends what others bought from the shelves that a customer buys from [JOVA-1.5].</summary>
[Purpose(Purposes.Personalisation)]
public sealed class Recommender(ShopContext shop, IRestrictions restrictions, TimeProvider time)
{
    private const int AtMost = 3;

    /// <summary>Replaces a customer's recommendations by fresh ones; none for whoever had the use of their data restricted [JOVA-4.3].</summary>
    public async Task<int> RefreshAsync(Guid customerId, CancellationToken cancel)
    {
        if (!await MayAsync(customerId, cancel))
            return 0;
        var own = await shop.OrderLines
            .Where(line => line.Order!.CustomerId == customerId)
            .Select(line => new { line.ProductId, line.Product!.CategoryId })
            .ToListAsync(cancel);
        var ownProducts = own.Select(line => line.ProductId).ToHashSet();
        var shelves = own.Select(line => line.CategoryId).ToHashSet();

        var popular = await shop.OrderLines
            .Where(line => shelves.Contains(line.Product!.CategoryId) && !ownProducts.Contains(line.ProductId))
            .GroupBy(line => line.ProductId)
            .Select(group => new { ProductId = group.Key, Sold = group.Sum(line => line.Quantity) })
            .OrderByDescending(group => group.Sold).ThenBy(group => group.ProductId)
            .Take(AtMost)
            .ToListAsync(cancel);

        await shop.Recommendations.Where(known => known.CustomerId == customerId).ExecuteDeleteAsync(cancel);
        foreach (var product in popular)
        {
            shop.Recommendations.Add(new Recommendation
            {
                Id = Guid.NewGuid(),
                CustomerId = customerId,
                ProductId = product.ProductId,
                Score = product.Sold,
                MadeAt = time.GetUtcNow(),
            });
        }

        await shop.SaveChangesAsync(cancel);
        return popular.Count;
    }

    public async Task<List<RecommendationView>> OfAsync(Guid customerId, CancellationToken cancel)
    {
        if (!await MayAsync(customerId, cancel))
            return [];
        return await shop.Recommendations
            .Where(known => known.CustomerId == customerId)
            .OrderByDescending(known => known.Score)
            .Select(known => new RecommendationView { Product = known.Product!.Title, Score = known.Score })
            .ToListAsync(cancel);
    }

    /// <summary>The shelves that a customer buys from, the dearest first; counted from the orders, and stored nowhere.</summary>
    public async Task<List<ShelfView>> ShelvesAsync(Guid customerId, CancellationToken cancel)
    {
        if (!await MayAsync(customerId, cancel))
            return [];
        return await shop.OrderLines
            .Where(line => line.Order!.CustomerId == customerId)
            .GroupBy(line => line.Product!.Category!.Title)
            .OrderByDescending(group => group.Sum(line => line.Quantity)).ThenBy(group => group.Key)
            .Select(group => new ShelfView { Shelf = group.Key, Bought = group.Sum(line => line.Quantity) })
            .ToListAsync(cancel);
    }

    // Whoever objected, or had it restricted, is left alone.
    [Gate(Gates.NoObjection)]
    private async Task<bool> MayAsync(Guid customerId, CancellationToken cancel) =>
        await restrictions.IsUnrestrictedAsync(Subjects.Customer, customerId.ToString(), Purposes.Personalisation, cancel)
        && await restrictions.HasNotObjectedAsync(Subjects.Customer, customerId.ToString(), Purposes.Personalisation, cancel);
}
