using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;

namespace JovaPos.Data;

/// <summary>Everything that the shop stores. Its retention and its erasures are generated from the policy.</summary>
[PrivacyOperations]
public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<StaffMember> Staff => Set<StaffMember>();

    public DbSet<ProductCategory> ProductCategories => Set<ProductCategory>();

    public DbSet<Product> Products => Set<Product>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<OrderLine> OrderLines => Set<OrderLine>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<WarrantyClaim> WarrantyClaims => Set<WarrantyClaim>();

    public DbSet<Feedback> Feedback => Set<Feedback>();

    public DbSet<Campaign> Campaigns => Set<Campaign>();

    public DbSet<CampaignMessage> CampaignMessages => Set<CampaignMessage>();

    public DbSet<Recommendation> Recommendations => Set<Recommendation>();

    public DbSet<SignIn> SignIns => Set<SignIn>();

    public DbSet<FraudSignal> FraudSignals => Set<FraudSignal>();

    public DbSet<PurposeConsent> PurposeConsents => Set<PurposeConsent>();

    public DbSet<CookieConsent> CookieConsents => Set<CookieConsent>();

    public DbSet<DeletionEvidence> DeletionEvidence => Set<DeletionEvidence>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) =>
        configuration.UsePrivacyConversions();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Customer>(customer =>
        {
            customer.HasIndex(row => row.Email).IsUnique();
            customer.HasIndex(row => row.LastPurchaseAt);
        });

        model.Entity<StaffMember>(staff =>
        {
            staff.HasIndex(row => row.SignInName).IsUnique();
            staff.Property(row => row.Role).HasConversion<string>();
        });

        model.Entity<Order>(order =>
        {
            order.HasIndex(row => row.Number).IsUnique();
            order.HasIndex(row => row.PlacedAt);
            order.Property(row => row.Status).HasConversion<string>();
            order.HasOne(row => row.Customer).WithMany(customer => customer.Orders)
                .HasForeignKey(row => row.CustomerId).OnDelete(DeleteBehavior.Restrict);
            order.HasOne(row => row.Cashier).WithMany()
                .HasForeignKey(row => row.CashierId).OnDelete(DeleteBehavior.Restrict);
            order.HasOne(row => row.Delivery).WithOne(delivery => delivery.Order)
                .HasForeignKey<Delivery>(delivery => delivery.OrderId);
        });

        model.Entity<OrderLine>(line =>
        {
            line.HasOne(row => row.Product).WithMany()
                .HasForeignKey(row => row.ProductId).OnDelete(DeleteBehavior.Restrict);
        });

        model.Entity<WarrantyClaim>().HasOne(row => row.OrderLine).WithMany()
            .HasForeignKey(row => row.OrderLineId).OnDelete(DeleteBehavior.Restrict);

        model.Entity<Feedback>(feedback =>
        {
            feedback.HasOne(row => row.Customer).WithMany()
                .HasForeignKey(row => row.CustomerId).OnDelete(DeleteBehavior.Restrict);
            feedback.HasIndex(row => row.GivenAt);
        });

        model.Entity<CampaignMessage>(message =>
        {
            message.HasOne(row => row.Customer).WithMany()
                .HasForeignKey(row => row.CustomerId).OnDelete(DeleteBehavior.Restrict);
            message.HasIndex(row => row.SentAt);
        });

        model.Entity<Recommendation>().HasIndex(row => row.MadeAt);
        model.Entity<SignIn>().HasIndex(row => row.At);
        model.Entity<FraudSignal>().HasIndex(row => row.RaisedAt);
        model.Entity<PurposeConsent>().HasIndex(row => new { row.CustomerId, row.Purpose });
        model.Entity<DeletionEvidence>(evidence =>
        {
            evidence.HasOne(row => row.Customer).WithMany()
                .HasForeignKey(row => row.CustomerId).OnDelete(DeleteBehavior.Restrict);
            evidence.HasIndex(row => row.ClosedAt);
        });

        // Requests, what they send, restrictions and holds: the run time's own tables.
        model.UsePrivacy();
    }
}
