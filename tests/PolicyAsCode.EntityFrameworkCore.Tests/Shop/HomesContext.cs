using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Shop;

/// <summary>A second context of the project, whose subject and address refer to each other, with the run time's tables.</summary>
[PrivacyOperations]
public sealed class HomesContext(DbContextOptions<HomesContext> options) : DbContext(options)
{
    public DbSet<Buyer> Buyers => Set<Buyer>();

    public DbSet<Abode> Homes => Set<Abode>();

    public DbSet<Newsletter> Newsletters => Set<Newsletter>();

    protected override void ConfigureConventions(ModelConfigurationBuilder builder) => builder.UsePrivacyConversions();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Abode>().HasOne(home => home.Buyer).WithMany().HasForeignKey(home => home.BuyerId);
        model.Entity<Buyer>().HasOne(buyer => buyer.MainHome).WithMany().HasForeignKey(buyer => buyer.MainHomeId);
        model.UsePrivacy();
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

    public Abode? MainHome { get; private set; }

    public void MoveTo(int home, DateTimeOffset at) => (MainHomeId, LastPurchaseAt) = (home, at);
}

/// <summary>Its name comes before its buyer's: the order of names must not decide what goes first.</summary>
public sealed class Abode
{
    public int Id { get; init; }

    public int? BuyerId { get; init; }

    public Buyer? Buyer { get; init; }

    [DataCategory("contact")]
    public string Street { get; private set; } = "";

    public static Abode At(int id, int buyer, string street) => new() { Id = id, BuyerId = buyer, Street = street };
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
