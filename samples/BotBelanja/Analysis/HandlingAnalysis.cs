using BotBelanja.Data;
using Microsoft.EntityFrameworkCore;

namespace BotBelanja.Analysis;

/// <summary>Looks at how orders were handled, so that they are handled better [BOT-2.b].</summary>
[Purpose(Purposes.ServiceImprovement)]
public sealed class HandlingAnalysis(OrdersContext orders, TimeProvider time)
{
    public async Task<HandlingFigures> OfAsync(int shopId, int days, CancellationToken cancel)
    {
        var since = time.GetUtcNow().AddDays(-days);
        var handled = await orders.Orders.AsNoTracking()
            .Where(order => order.ShopId == shopId && order.PlacedAt >= since)
            .Select(order => new
            {
                order.Status,
                Steps = order.Steps.OrderBy(step => step.At).Select(step => new { step.Reached, step.At }).ToList(),
            })
            .ToListAsync(cancel);
        var steps = handled
            .SelectMany(order => order.Steps.Zip(order.Steps.Skip(1), (from, to) => (to.Reached, Minutes: (to.At - from.At).TotalMinutes)))
            .GroupBy(step => step.Reached, step => step.Minutes)
            .OrderBy(step => step.Key)
            .Select(step => new StepDuration(step.Key, step.Count(), Median([.. step.Order()]), step.Max()))
            .ToList();
        return new(
            handled.Count, handled.Count(order => order.Status == OrderStatus.Cancelled), steps,
            await DemandAsync(shopId, since, days, cancel));
    }

    private async Task<IReadOnlyList<ProductDemand>> DemandAsync(
        int shopId, DateTimeOffset since, int days, CancellationToken cancel)
    {
        var products = await orders.Products.AsNoTracking()
            .Where(product => product.ShopId == shopId)
            .Select(product => new
            {
                product.Sku,
                product.Title,
                Left = product.OnHand - product.Reserved,
                Ordered = orders.OrderLines
                    .Where(line => line.ProductId == product.Id && line.Order!.PlacedAt >= since
                        && line.Order.Status != OrderStatus.Cancelled)
                    .Sum(line => line.Quantity),
            })
            .ToListAsync(cancel);
        return
        [
            .. products
                .OrderByDescending(product => product.Ordered).ThenBy(product => product.Sku, StringComparer.Ordinal)
                .Select(product => new ProductDemand(
                    product.Sku, product.Title, product.Ordered,
                    product.Ordered == 0 ? null : (double)product.Left * days / product.Ordered)),
        ];
    }

    private static double Median(IReadOnlyList<double> sorted) =>
        (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
}
