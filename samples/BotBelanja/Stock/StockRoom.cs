using BotBelanja.Data;
using Microsoft.EntityFrameworkCore;

namespace BotBelanja.Stock;

/// <summary>What lies on the shelves. Each change is one statement that asks of the row itself whether it may.</summary>
[Purpose(Purposes.Transactions)]
public sealed class StockRoom(OrdersContext orders, TimeProvider time)
{
    /// <summary>Promises some of a product to an order; false where there are not as many.</summary>
    public async Task<bool> ReserveAsync(int productId, int quantity, CancellationToken cancel) =>
        await orders.Products
            .Where(product => product.Id == productId && product.OnHand - product.Reserved >= quantity)
            .ExecuteUpdateAsync(set => set.SetProperty(product => product.Reserved, product => product.Reserved + quantity), cancel) == 1;

    /// <summary>What was promised stays on the shelf after all.</summary>
    public Task<int> ReleaseAsync(int productId, int quantity, CancellationToken cancel) =>
        orders.Products
            .Where(product => product.Id == productId)
            .ExecuteUpdateAsync(set => set.SetProperty(product => product.Reserved, product => product.Reserved - quantity), cancel);

    /// <summary>What was promised leaves the shelf with its order.</summary>
    public async Task TakeAsync(OrderLine line, CancellationToken cancel)
    {
        await orders.Products
            .Where(product => product.Id == line.ProductId)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(product => product.OnHand, product => product.OnHand - line.Quantity)
                    .SetProperty(product => product.Reserved, product => product.Reserved - line.Quantity),
                cancel);
        Record(line.ProductId, -line.Quantity, line.OrderId);
    }

    /// <summary>Fills a shelf; false where the shop has no such product.</summary>
    public async Task<bool> FillAsync(int shopId, string sku, int quantity, CancellationToken cancel)
    {
        var found = orders.Products.Where(product => product.ShopId == shopId && product.Sku == sku);
        if (await found.Select(product => (int?)product.Id).SingleOrDefaultAsync(cancel) is not { } id)
            return false;

        await using var transaction = await orders.Database.BeginTransactionAsync(cancel);
        await found.ExecuteUpdateAsync(
            set => set.SetProperty(product => product.OnHand, product => product.OnHand + quantity), cancel);
        Record(id, quantity, orderId: null);
        await orders.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    public Task<List<StockView>> ListAsync(int shopId, CancellationToken cancel) =>
        orders.Products
            .Where(product => product.ShopId == shopId)
            .OrderBy(product => product.Sku)
            .Select(product => new StockView(product.Sku, product.Title, product.OnHand, product.Reserved))
            .ToListAsync(cancel);

    private void Record(int productId, int quantity, Guid? orderId) =>
        orders.StockMovements.Add(new StockMovement
        {
            Id = Guid.NewGuid(),
            ProductId = productId,
            OrderId = orderId,
            Quantity = quantity,
            At = time.GetUtcNow(),
        });
}
