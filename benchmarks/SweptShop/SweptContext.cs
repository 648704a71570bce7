using Microsoft.EntityFrameworkCore;
using PolicyAsCode;
using PolicyAsCode.EntityFrameworkCore;

namespace SweptShop;

/// <summary>Orders of which an address is emptied, visits of which rows go: 90 days after they came.</summary>
[PrivacyOperations]
public sealed class SweptContext(DbContextOptions<SweptContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<Visit> Visits => Set<Visit>();

    protected override void ConfigureConventions(ModelConfigurationBuilder builder)
    {
        if (Database.IsSqlite())
            builder.UsePrivacyConversions();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Order>().HasIndex(order => order.PlacedAt);
        model.Entity<Visit>().HasIndex(visit => visit.At);
        model.UsePrivacy();
    }
}

[DataSubject("customer")]
public sealed class Customer
{
    public long Id { get; init; }

    public string Remark { get; set; } = "";
}

public sealed class Order
{
    public long Id { get; init; }

    public long? CustomerId { get; set; }

    public Customer? Customer { get; set; }

    [DataCategory("transaction.order")]
    public string Number { get; init; } = "";

    [DataCategory("transaction.delivery")]
    public string? DeliveryAddress { get; set; }

    [RetentionAnchor("order-placed")]
    public DateTimeOffset PlacedAt { get; init; }
}

public sealed class Visit
{
    public long Id { get; init; }

    public long CustomerId { get; init; }

    public Customer? Customer { get; init; }

    [DataCategory("usage.activity")]
    public string Page { get; set; } = "";

    [RetentionAnchor("collected")]
    public DateTimeOffset At { get; init; }
}
