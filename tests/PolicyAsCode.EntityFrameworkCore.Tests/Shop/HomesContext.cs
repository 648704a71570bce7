using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Shop;

/// <summary>A second context of the project, whose subject and address refer to each other.</summary>
[PrivacyOperations]
public sealed class HomesContext(DbContextOptions<HomesContext> options) : DbContext(options)
{
    public DbSet<Buyer> Buyers => Set<Buyer>();

    public DbSet<Home> Homes => Set<Home>();

    public DbSet<Newsletter> Newsletters => Set<Newsletter>();

    protected override void ConfigureConventions(ModelConfigurationBuilder builder) => builder.UsePrivacyConversions();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Home>().HasOne(home => home.Buyer).WithMany().HasForeignKey(home => home.BuyerId);
        model.Entity<Buyer>().HasOne(buyer => buyer.MainHome).WithMany().HasForeignKey(buyer => buyer.MainHomeId);
    }
}

[DataSubject("customer")]
public sealed record Buyer
{
    public required int Id { get; init; }

    [DataCategory("contact.name")]
    public required string Name { get; init; }

    [RetentionAnchor("last-purchase")]
    public DateTimeOffset? LastPurchaseAt { get; private set; }

    public int? MainHomeId { get; private set; }

    public Home? MainHome { get; private set; }

    public void MoveTo(int home, DateTimeOffset at) => (MainHomeId, LastPurchaseAt) = (home, at);
}

public sealed class Home
{
    public int Id { get; init; }

    public int? BuyerId { get; init; }

    public Buyer? Buyer { get; init; }

    [DataCategory("contact")]
    public string Street { get; private set; } = "";

    public static Home At(int id, int buyer, string street) => new() { Id = id, BuyerId = buyer, Street = street };
}

/// <summary>A key without a navigation, and without a constraint in the database.</summary>
public sealed class Newsletter
{
    public int Id { get; init; }

    public int BuyerId { get; init; }

    [DataCategory("contact.email")]
    public string? Email { get; init; }

    [RetentionAnchor("last-purchase")]
    public DateTimeOffset SentAt { get; init; }
}
