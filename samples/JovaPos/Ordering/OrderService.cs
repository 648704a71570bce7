using JovaPos.Communication;
using JovaPos.Data;
using JovaPos.Deliveries;
using JovaPos.Payments;
using Microsoft.EntityFrameworkCore;

namespace JovaPos.Ordering;

/// <summary>Takes orders and shows them to who placed them [JOVA-1.2].</summary>
[Purpose(Purposes.Transactions)]
public sealed class OrderService(
    ShopContext shop,
    Cashier cashier,
    Dispatcher dispatcher,
    OrderMessages messages,
    TimeProvider time,
    ILogger<OrderService> log)
{
    public async Task<OrderView?> PlaceAsync(Guid customerId, OrderForm form, CancellationToken cancel)
    {
        var wanted = form.Lines.Select(line => line.ProductId).ToHashSet();
        var products = await shop.Products.Where(product => wanted.Contains(product.Id)).ToListAsync(cancel);
        if (form.Lines.Count == 0 || products.Count != wanted.Count || form.Lines.Any(line => line.Quantity < 1))
            return null;

        var now = time.GetUtcNow();
        var customer = await shop.Customers.SingleAsync(known => known.Id == customerId, cancel);
        var order = new Order
        {
            Id = Guid.NewGuid(),
            CustomerId = customer.Id,
            Number = await NextNumberAsync(now, cancel),
            PlacedAt = now,
        };
        foreach (var line in form.Lines)
        {
            var product = products.Single(known => known.Id == line.ProductId);
            order.Lines.Add(new OrderLine
            {
                Id = Guid.NewGuid(),
                ProductId = product.Id,
                Quantity = line.Quantity,
                UnitPriceRupiah = product.PriceRupiah,
            });
            order.TotalRupiah += line.Quantity * product.PriceRupiah;
        }

        shop.Orders.Add(order);
        customer.LastPurchaseAt = now;
        customer.LastActivityAt = now;
        await cashier.ChargeAsync(order, form.PaymentMethod, cancel);
        if (form.DeliverTo is not null)
            await dispatcher.SendAsync(order, customer, form.DeliverTo, cancel);

        await shop.SaveChangesAsync(cancel);
        await messages.ConfirmAsync(order.Id, cancel);
        log.LogInformation("Order {OrderId} with {Lines} lines placed", order.Id, order.Lines.Count);
        return await FindAsync(customerId, order.Id, cancel);
    }

    /// <summary>Notes that a parcel has arrived and says so; false where nothing of that number is on its way.</summary>
    public async Task<bool> ArriveAsync(
        [DataCategory(Categories.Transaction.Order)] string number, CancellationToken cancel)
    {
        var order = await shop.Orders.Include(found => found.Delivery).SingleOrDefaultAsync(
            found => found.Number == number && found.Status == OrderStatus.Sent, cancel);
        if (order?.Delivery is not { } delivery)
            return false;

        delivery.DeliveredAt = time.GetUtcNow();
        order.Status = OrderStatus.Completed;
        await shop.SaveChangesAsync(cancel);
        await messages.TellArrivalAsync(order.Id, cancel);
        return true;
    }

    public async Task<OrderView?> FindAsync(Guid customerId, Guid orderId, CancellationToken cancel) =>
        (await ReadAsync(shop.Orders.Where(order => order.Id == orderId && order.CustomerId == customerId), cancel))
            .SingleOrDefault();

    public Task<List<OrderView>> OfAsync(Guid customerId, CancellationToken cancel) =>
        ReadAsync(shop.Orders.Where(order => order.CustomerId == customerId), cancel);

    private static Task<List<OrderView>> ReadAsync(IQueryable<Order> orders, CancellationToken cancel) =>
        orders
            .OrderByDescending(order => order.PlacedAt)
            .Select(order => new OrderView
            {
                Number = order.Number,
                Status = order.Status,
                TotalRupiah = order.TotalRupiah,
                PlacedAt = order.PlacedAt,
                TrackingCode = order.Delivery!.TrackingCode,
                Lines = order.Lines
                    .OrderBy(line => line.Product!.Title)
                    .Select(line => new OrderLineView
                    {
                        Product = line.Product!.Title,
                        Quantity = line.Quantity,
                        UnitPriceRupiah = line.UnitPriceRupiah,
                    })
                    .ToList(),
            })
            .ToListAsync(cancel);

    private async Task<string> NextNumberAsync(DateTimeOffset now, CancellationToken cancel) =>
        $"JP-{now:yyyyMMdd}-{await shop.Orders.CountAsync(cancel) + 1:D5}";
}
