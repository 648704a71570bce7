using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BotBelanja.Data;

/// <summary>Everything that is stored. There is nobody in it, so that nothing has to be erased or swept.</summary>
public sealed class OrdersContext(DbContextOptions<OrdersContext> options) : DbContext(options)
{
    public DbSet<Shop> Shops => Set<Shop>();

    public DbSet<OrderPageKey> Keys => Set<OrderPageKey>();

    public DbSet<Product> Products => Set<Product>();

    public DbSet<StockMovement> StockMovements => Set<StockMovement>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<OrderLine> OrderLines => Set<OrderLine>();

    public DbSet<HandlingStep> HandlingSteps => Set<HandlingStep>();

    // SQLite cannot order DateTimeOffset.
    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) =>
        configuration.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Shop>().HasIndex(shop => shop.Prefix).IsUnique();

        model.Entity<OrderPageKey>(key =>
        {
            key.HasIndex(row => row.Digest).IsUnique();
            key.Property(row => row.Scope).HasConversion<string>();
        });

        model.Entity<Product>(product =>
        {
            product.HasIndex(row => new { row.ShopId, row.Sku }).IsUnique();
            product.ToTable(table => table.HasCheckConstraint("CK_Products_Reserved", "\"Reserved\" BETWEEN 0 AND \"OnHand\""));
        });

        model.Entity<Order>(order =>
        {
            order.HasIndex(row => row.Number).IsUnique();
            order.HasIndex(row => new { row.ShopId, row.RequestKey }).IsUnique();
            order.HasIndex(row => new { row.ShopId, row.PlacedAt });
            order.Property(row => row.Status).HasConversion<string>();
        });

        model.Entity<OrderLine>().HasOne(line => line.Product).WithMany().OnDelete(DeleteBehavior.Restrict);
        model.Entity<HandlingStep>().Property(step => step.Reached).HasConversion<string>();
    }

    private sealed class UtcTicks()
        : ValueConverter<DateTimeOffset, long>(at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
