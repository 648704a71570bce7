using BotBelanja.Data;
using BotBelanja.Stock;
using Microsoft.EntityFrameworkCore;

namespace BotBelanja.Fulfilment;

/// <summary>Moves orders on: picked, packed, handed over to who delivers for the shop; or cancelled before they leave [BOT-2.a].</summary>
[Purpose(Purposes.Transactions)]
public sealed class FulfilmentDesk(OrdersContext orders, StockRoom stock, TimeProvider time, ILogger<FulfilmentDesk> log)
{
    /// <summary>Takes the next step with an order; false where the shop has no such order.</summary>
    public async Task<bool> MoveAsync(int shopId, string number, OrderStatus to, CancellationToken cancel)
    {
        await using var transaction = await orders.Database.BeginTransactionAsync(cancel);
        var order = await orders.Orders.AsNoTracking().Include(found => found.Lines)
            .SingleOrDefaultAsync(found => found.ShopId == shopId && found.Number == number, cancel);
        if (order is null)
            return false;
        if (!MayFollow(order.Status, to))
            throw new WrongStepException(number, order.Status, to);

        // Asked of the row once more: of two that take the same step at once, one does.
        var moved = await orders.Orders
            .Where(found => found.Id == order.Id && found.Status == order.Status)
            .ExecuteUpdateAsync(set => set.SetProperty(found => found.Status, to), cancel);
        if (moved == 0)
            throw new WrongStepException(number, order.Status, to);

        foreach (var line in order.Lines)
        {
            if (to == OrderStatus.Packed)
                await stock.TakeAsync(line, cancel);
            else if (to == OrderStatus.Cancelled)
                await stock.ReleaseAsync(line.ProductId, line.Quantity, cancel);
        }

        orders.HandlingSteps.Add(new HandlingStep { Id = Guid.NewGuid(), OrderId = order.Id, Reached = to, At = time.GetUtcNow() });
        await orders.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        log.LogInformation("Order {Number} is {Status}", number, to);
        return true;
    }

    private static bool MayFollow(OrderStatus from, OrderStatus to) => (from, to) is
        (OrderStatus.Placed, OrderStatus.Picked) or
        (OrderStatus.Picked, OrderStatus.Packed) or
        (OrderStatus.Packed, OrderStatus.HandedOver) or
        (OrderStatus.Placed or OrderStatus.Picked, OrderStatus.Cancelled);
}
