using System.Data;
using BotBelanja.Data;
using BotBelanja.Stock;
using Microsoft.EntityFrameworkCore;

namespace BotBelanja.Ordering;

/// <summary>Takes orders: each once, whole, and only what is there [BOT-2.a].</summary>
[Purpose(Purposes.Transactions)]
public sealed class OrderDesk(OrdersContext orders, StockRoom stock, TimeProvider time, ILogger<OrderDesk> log)
{
    private const int MostOfOne = 1_000;

    public async Task<Placement> PlaceAsync(int shopId, OrderForm form, CancellationToken cancel)
    {
        if (form.Lines is not { Count: > 0 } || form.Lines.Any(line => line is not { Sku.Length: > 0, Quantity: >= 1 and <= MostOfOne }))
            return Placement.Refused($"An order has lines of one to {MostOfOne} pieces.");
        if (form.Lines.DistinctBy(line => line.Sku).Count() < form.Lines.Count)
            return Placement.Refused("A product stands in an order once.");
        if (await FindAsync(shopId, order => order.RequestKey == form.RequestKey, cancel) is { } known)
            return new(known, null, IsNew: false);

        // The row of the shop is changed first: a second order of the same shop waits here until this one is placed or refused.
        await using var transaction = await orders.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
        await orders.Shops.Where(shop => shop.Id == shopId)
            .ExecuteUpdateAsync(set => set.SetProperty(shop => shop.OrdersTaken, shop => shop.OrdersTaken + 1), cancel);
        if (await FindAsync(shopId, order => order.RequestKey == form.RequestKey, cancel) is { } meanwhile)
            return new(meanwhile, null, IsNew: false);

        var shop = await orders.Shops.AsNoTracking().SingleAsync(shop => shop.Id == shopId, cancel);
        var skus = form.Lines.Select(line => line.Sku).ToList();
        var products = await orders.Products.AsNoTracking()
            .Where(product => product.ShopId == shopId && skus.Contains(product.Sku))
            .ToDictionaryAsync(product => product.Sku, cancel);
        var placed = time.GetUtcNow();
        var order = new Order
        {
            Id = Guid.NewGuid(),
            ShopId = shopId,
            Number = $"{shop.Prefix}-{shop.OrdersTaken:D6}",
            RequestKey = form.RequestKey,
            PlacedAt = placed,
        };
        foreach (var line in form.Lines)
        {
            if (!products.TryGetValue(line.Sku, out var product))
                return Placement.Refused($"There is no product {line.Sku}.");
            if (!await stock.ReserveAsync(product.Id, line.Quantity, cancel))
                return Placement.Refused($"There are not {line.Quantity} of {line.Sku}.");

            order.Lines.Add(new OrderLine
            {
                Id = Guid.NewGuid(),
                ProductId = product.Id,
                Quantity = line.Quantity,
                UnitPriceRupiah = product.PriceRupiah,
            });
            order.TotalRupiah += line.Quantity * product.PriceRupiah;
        }

        order.Steps.Add(new HandlingStep { Id = Guid.NewGuid(), Reached = OrderStatus.Placed, At = placed });
        orders.Orders.Add(order);
        await orders.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        log.LogInformation("Order {Number} with {Lines} lines placed", order.Number, order.Lines.Count);
        return new(await FindAsync(shopId, found => found.Id == order.Id, cancel), null, IsNew: true);
    }

    public Task<OrderView?> FindAsync(int shopId, string number, CancellationToken cancel) =>
        FindAsync(shopId, order => order.Number == number, cancel);

    public Task<List<OrderView>> OpenAsync(int shopId, CancellationToken cancel) =>
        Views(orders.Orders.Where(order =>
                order.ShopId == shopId && order.Status != OrderStatus.HandedOver && order.Status != OrderStatus.Cancelled))
            .ToListAsync(cancel);

    private Task<OrderView?> FindAsync(
        int shopId, System.Linq.Expressions.Expression<Func<Order, bool>> which, CancellationToken cancel) =>
        Views(orders.Orders.Where(order => order.ShopId == shopId).Where(which)).SingleOrDefaultAsync(cancel);

    private static IQueryable<OrderView> Views(IQueryable<Order> orders) =>
        orders.OrderBy(order => order.PlacedAt).ThenBy(order => order.Number).Select(order => new OrderView(
            order.Number, order.Status, order.TotalRupiah, order.PlacedAt,
            order.Lines.OrderBy(line => line.Product!.Sku)
                .Select(line => new OrderLineView(line.Product!.Sku, line.Product.Title, line.Quantity, line.UnitPriceRupiah))
                .ToList()));
}
