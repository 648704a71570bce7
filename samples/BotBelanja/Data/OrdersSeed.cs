using BotBelanja.Security;
using Microsoft.EntityFrameworkCore;

namespace BotBelanja.Data;

/// <summary>Fills an empty database: two shops with products and keys, and a month of orders, counted from the clock it is given.</summary>
public sealed class OrdersSeed(OrdersContext orders, TimeProvider time, IConfiguration configuration)
{
    private DateTimeOffset _now;
    private Random _chance = new(0);

    /// <summary>Sows, unless something grows already.</summary>
    public async Task SowAsync(CancellationToken cancel)
    {
        if (await orders.Shops.AnyAsync(cancel))
            return;

        _now = time.GetUtcNow();
        _chance = new(20240209);
        var coffee = Open(1, "KL", "Kopi Lereng");
        var books = Open(2, "TB", "Toko Buku Beringin");
        Stock(coffee, 1, "KL-GAYO-250", "Gayo coffee, 250 g", 85_000, 120);
        Stock(coffee, 2, "KL-TORAJA-250", "Toraja coffee, 250 g", 92_000, 80);
        Stock(coffee, 3, "KL-LUWAK-100", "Luwak coffee, 100 g", 240_000, 3);
        Stock(coffee, 4, "KL-KETTLE", "Swan-neck kettle", 320_000, 25);
        Stock(books, 5, "TB-BREW", "The art of brewing", 125_000, 40);
        Stock(books, 6, "TB-GARDEN", "Gardens on a slope", 98_000, 55);
        Trade(coffee, 40);
        Trade(books, 20);
        await orders.SaveChangesAsync(cancel);
        orders.ChangeTracker.Clear();
    }

    private Shop Open(int id, string prefix, string title)
    {
        var shop = new Shop { Id = id, Prefix = prefix, Title = title };
        // Keys of seeded shops come from one secret of the configuration; without it the shops have none.
        if (configuration["Keys:Seed"] is { } secret)
            foreach (var scope in Enum.GetValues<KeyScope>())
                shop.Keys.Add(new OrderPageKey
                {
                    Id = shop.Id * 10 + (int)scope,
                    Scope = scope,
                    Digest = OrderPageKeys.DigestOf(OrderPageKeys.SeededKey(secret, prefix, scope)),
                    IssuedAt = _now,
                });
        orders.Shops.Add(shop);
        return shop;
    }

    private void Stock(Shop shop, int id, string sku, string title, long price, int onHand)
    {
        var product = new Product { Id = id, Sku = sku, Title = title, PriceRupiah = price, OnHand = onHand };
        shop.Products.Add(product);
        orders.StockMovements.Add(new StockMovement
        {
            Id = Guid.NewGuid(),
            Product = product,
            Quantity = onHand,
            At = _now.AddDays(-31),
        });
    }

    /// <summary>Orders of the last thirty days that have left, or were cancelled; the shelves were filled up again since.</summary>
    private void Trade(Shop shop, int count)
    {
        for (var number = 1; number <= count; number++)
        {
            var placed = _now.AddDays(-30.0 * (count - number + 1) / count).AddMinutes(_chance.Next(0, 600));
            var product = shop.Products[_chance.Next(shop.Products.Count)];
            var cancelled = number % 9 == 0;
            var order = new Order
            {
                Id = Guid.NewGuid(),
                Shop = shop,
                Number = $"{shop.Prefix}-{number:D6}",
                RequestKey = Guid.NewGuid(),
                PlacedAt = placed,
                Status = cancelled ? OrderStatus.Cancelled : OrderStatus.HandedOver,
            };
            var line = new OrderLine
            {
                Id = Guid.NewGuid(),
                Product = product,
                Quantity = _chance.Next(1, 4),
                UnitPriceRupiah = product.PriceRupiah,
            };
            order.Lines.Add(line);
            order.TotalRupiah = line.Quantity * line.UnitPriceRupiah;
            Step(order, OrderStatus.Placed, placed);
            if (cancelled)
                Step(order, OrderStatus.Cancelled, placed.AddMinutes(_chance.Next(5, 90)));
            else
            {
                var picked = placed.AddMinutes(_chance.Next(10, 240));
                var packed = picked.AddMinutes(_chance.Next(5, 60));
                Step(order, OrderStatus.Picked, picked);
                Step(order, OrderStatus.Packed, packed);
                Step(order, OrderStatus.HandedOver, packed.AddMinutes(_chance.Next(30, 600)));
                Move(order, line, -line.Quantity, packed);
                Move(order: null, line, line.Quantity, packed.AddDays(1));
            }

            orders.Orders.Add(order);
        }

        shop.OrdersTaken = count;
    }

    private static void Step(Order order, OrderStatus reached, DateTimeOffset at) =>
        order.Steps.Add(new HandlingStep { Id = Guid.NewGuid(), Reached = reached, At = at });

    private void Move(Order? order, OrderLine line, int quantity, DateTimeOffset at) =>
        orders.StockMovements.Add(new StockMovement
        {
            Id = Guid.NewGuid(),
            Product = line.Product,
            OrderId = order?.Id,
            Quantity = quantity,
            At = at,
        });
}
