using Microsoft.EntityFrameworkCore;
using OChat.Data;

namespace OChat.Ordering;

/// <summary>Takes orders, tells how far they are, and cancels them before they leave [OCHAT-2.1].</summary>
[Purpose(Purposes.ServiceProvision)]
public sealed class OrderDesk(OChatContext ochat, TimeProvider time, ILogger<OrderDesk> log)
{
    /// <summary>Somebody new on an order page; null where there is no such page.</summary>
    public async Task<Guid?> WelcomeAsync(string slug, Introduction introduction, CancellationToken cancel)
    {
        if (await ochat.OrderPages.SingleOrDefaultAsync(page => page.Slug == slug, cancel) is not { } page)
            return null;

        var customer = new Customer
        {
            Id = Guid.NewGuid(),
            OrderPageId = page.Id,
            Name = introduction.Name,
            Email = introduction.Email,
            Phone = introduction.Phone,
            LastActivityAt = time.GetUtcNow(),
        };
        ochat.Customers.Add(customer);
        await ochat.SaveChangesAsync(cancel);
        return customer.Id;
    }

    /// <summary>Places an order; null where it makes no sense.</summary>
    public async Task<OrderView?> PlaceAsync(Guid customerId, OrderForm form, CancellationToken cancel)
    {
        var customer = await ochat.Customers.SingleAsync(known => known.Id == customerId, cancel);
        var skus = form.Lines.Select(line => line.Sku).ToList();
        var products = await ochat.Products.Where(product => product.OrderPageId == customer.OrderPageId && skus.Contains(product.Sku))
            .ToDictionaryAsync(product => product.Sku, cancel);
        if (form.Lines.Count == 0 || form.Lines.Any(line => line.Quantity is < 1 or > 100 || !products.ContainsKey(line.Sku)))
            return null;

        var now = time.GetUtcNow();
        var order = new Order
        {
            Id = Guid.NewGuid(),
            OrderPageId = customer.OrderPageId,
            CustomerId = customer.Id,
            Number = $"OC-{now:yyMMdd}-{await ochat.Orders.CountAsync(cancel) + 1:D4}",
            PlacedAt = now,
        };
        foreach (var line in form.Lines)
        {
            order.Lines.Add(new OrderLine { Id = Guid.NewGuid(), ProductId = products[line.Sku].Id, Quantity = line.Quantity });
            order.TotalRupiah += line.Quantity * products[line.Sku].PriceRupiah;
        }

        order.Delivery = new Delivery { Id = Guid.NewGuid(), OrderId = order.Id, Address = form.DeliverTo };
        ochat.Orders.Add(order);
        customer.LastActivityAt = now;
        await ochat.SaveChangesAsync(cancel);
        log.LogInformation("Order {OrderId} with {Lines} lines placed", order.Id, order.Lines.Count);
        return (await OfCustomerAsync(customerId, cancel)).Single(view => view.Number == order.Number);
    }

    /// <summary>
    /// Cancels a customer's own order while it has not left; false where there is none that could be. Its address goes at once:
    /// what is never delivered has no day from which the policy's time could run.
    /// </summary>
    public async Task<bool> CancelAsync(Guid customerId, string number, CancellationToken cancel)
    {
        var order = await ochat.Orders.Include(known => known.Delivery).SingleOrDefaultAsync(
            known => known.CustomerId == customerId && known.Number == number && known.Status == OrderStatus.Placed, cancel);
        if (order is null)
            return false;

        order.Status = OrderStatus.Cancelled;
        if (order.Delivery is { } delivery)
            ochat.Deliveries.Remove(delivery);
        await ochat.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>An order arrived, once: its address goes ninety days later. False where none is on its way.</summary>
    public async Task<bool> DeliveredAsync(Guid userId, string number, CancellationToken cancel)
    {
        var order = await ochat.Orders.Include(known => known.Delivery)
            .SingleOrDefaultAsync(
                known => known.Number == number && known.OrderPage!.OwnerId == userId
                    && (known.Status == OrderStatus.Placed || known.Status == OrderStatus.Sent), cancel);
        if (order?.Delivery is null)
            return false;

        order.Status = OrderStatus.Delivered;
        order.Delivery.DeliveredAt = time.GetUtcNow();
        await ochat.SaveChangesAsync(cancel);
        return true;
    }

    public Task<List<OrderView>> OfCustomerAsync(Guid customerId, CancellationToken cancel) =>
        Views(ochat.Orders.Where(order => order.CustomerId == customerId)).ToListAsync(cancel);

    public Task<List<OrderView>> OfShopAsync(Guid userId, CancellationToken cancel) =>
        Views(ochat.Orders.Where(order => order.OrderPage!.OwnerId == userId)).ToListAsync(cancel);

    private static IQueryable<OrderView> Views(IQueryable<Order> orders) =>
        orders.OrderByDescending(order => order.PlacedAt).Select(order => new OrderView
        {
            Number = order.Number,
            Status = order.Status,
            TotalRupiah = order.TotalRupiah,
            Products = order.Lines.OrderBy(line => line.Product!.Sku).Select(line => line.Product!.Title).ToList(),
        });
}
