using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;
using PolicyAsCode.EntityFrameworkCore.Tests.Shop;

namespace PolicyAsCode.EntityFrameworkCore.Tests;

/// <summary><c>AddPrivacyOperations</c>, and how moments are stored.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public void The_generated_class_is_the_sweep_of_its_scope()
    {
        using var provider = new ServiceCollection()
            .AddDbContext<ShopContext>(options => options.AmongManyContexts().UseSqlite("Data Source=:memory:"))
            .AddPrivacyOperations<ShopContext>()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
        using var scope = provider.CreateScope();
        Assert.Same(
            scope.ServiceProvider.GetRequiredService<ShopContextPrivacy>(),
            scope.ServiceProvider.GetRequiredService<IRetentionSweep>());
        Assert.Same(TimeProvider.System, provider.GetRequiredService<TimeProvider>());
    }

    [Fact]
    public void A_context_without_generated_operations_is_named()
    {
        var mistake = Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddPrivacyOperations<Unmarked>());
        Assert.Contains(nameof(Unmarked), mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moments_are_stored_as_ticks_ordered_and_read_back_as_utc()
    {
        await using var shop = await TestShop.OpenAsync(Provider.Sqlite);
        await shop.AddAsync(
            new Order { Id = 1, PlacedAt = new(2026, 1, 1, 6, 59, 0, TimeSpan.FromHours(7)) },
            new Order { Id = 2, PlacedAt = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) });
        await using var db = shop.Connect();
        var orders = await db.Orders.OrderBy(order => order.PlacedAt).ToListAsync();
        Assert.Equal([1, 2], orders.Select(order => order.Id));
        Assert.All(orders, order => Assert.Equal(TimeSpan.Zero, order.PlacedAt.Offset));
        Assert.Contains(await shop.SnapshotAsync(), row => row.Contains($"PlacedAt={orders[0].PlacedAt.UtcTicks}", StringComparison.Ordinal));
    }

    private sealed class Unmarked(DbContextOptions<Unmarked> options) : DbContext(options);
}
