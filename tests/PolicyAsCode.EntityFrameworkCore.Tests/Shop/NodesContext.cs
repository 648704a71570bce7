using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Shop;

/// <summary>The shop with the run time's tables, as several nodes need them.</summary>
[PrivacyOperations]
public sealed class NodesContext(DbContextOptions<NodesContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<StaffMember> Staff => Set<StaffMember>();

    public DbSet<Product> Products => Set<Product>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<OrderLine> OrderLines => Set<OrderLine>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<Feedback> Feedback => Set<Feedback>();

    public DbSet<SupportTicket> Tickets => Set<SupportTicket>();

    public DbSet<Visit> Visits => Set<Visit>();

    public DbSet<LoyaltyCard> Cards => Set<LoyaltyCard>();

    public DbSet<LoyaltyStamp> Stamps => Set<LoyaltyStamp>();

    protected override void ConfigureConventions(ModelConfigurationBuilder builder)
    {
        if (Database.IsSqlite())
            builder.UsePrivacyConversions();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Customer>().HasQueryFilter(customer => !customer.IsHidden);
        model.Entity<Customer>().HasIndex(customer => customer.Email).IsUnique();
        model.Entity<Customer>().HasIndex(customer => customer.LastPurchaseAt);
        model.Entity<LoyaltyStamp>().HasKey(stamp => new { stamp.CardId, stamp.Number });
        model.Entity<Campaign>().HasOne<Customer>().WithMany().HasForeignKey(campaign => campaign.LastCustomerId);
        model.UsePrivacy();
    }
}
