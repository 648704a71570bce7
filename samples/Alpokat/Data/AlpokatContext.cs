using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;

namespace Alpokat.Data;

/// <summary>Everything that ALPOKAT stores. Its retention, copies, corrections and erasures are generated from the policy.</summary>
[PrivacyOperations]
public sealed class AlpokatContext(DbContextOptions<AlpokatContext> options) : DbContext(options)
{
    public DbSet<Merchant> Merchants => Set<Merchant>();

    public DbSet<IdentityDocument> IdentityDocuments => Set<IdentityDocument>();

    public DbSet<Product> Products => Set<Product>();

    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<PaymentLine> PaymentLines => Set<PaymentLine>();

    public DbSet<PaymentPlace> PaymentPlaces => Set<PaymentPlace>();

    public DbSet<Receipt> Receipts => Set<Receipt>();

    public DbSet<Visit> Visits => Set<Visit>();

    public DbSet<FraudSignal> FraudSignals => Set<FraudSignal>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<Partner> Partners => Set<Partner>();

    public DbSet<Announcement> Announcements => Set<Announcement>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) =>
        configuration.UsePrivacyConversions();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Merchant>(merchant =>
        {
            merchant.HasIndex(row => row.UserName).IsUnique();
            merchant.HasIndex(row => row.ClosedAt);
        });

        model.Entity<IdentityDocument>(document =>
        {
            document.HasSubject(row => row.MerchantId, Subjects.Merchant);
            document.Property(row => row.Scan).IsEncrypted();
            document.HasIndex(row => row.VerifiedAt);
        });

        model.Entity<Product>().HasOne(row => row.Merchant).WithMany()
            .HasForeignKey(row => row.MerchantId).OnDelete(DeleteBehavior.Restrict);

        model.Entity<Customer>().HasIndex(row => row.LastPaidAt);

        model.Entity<Payment>(payment =>
        {
            payment.HasIndex(row => row.Number).IsUnique();
            payment.HasIndex(row => row.BillCode).IsUnique();
            payment.HasIndex(row => row.PaidAt);
            payment.Property(row => row.Method).HasConversion<string>();
            payment.HasOne(row => row.Merchant).WithMany()
                .HasForeignKey(row => row.MerchantId).OnDelete(DeleteBehavior.Restrict);
            payment.HasOne(row => row.Customer).WithMany()
                .HasForeignKey(row => row.CustomerId).OnDelete(DeleteBehavior.Restrict);
            payment.HasOne(row => row.Receipt).WithOne(receipt => receipt.Payment)
                .HasForeignKey<Receipt>(receipt => receipt.PaymentId);
        });

        model.Entity<PaymentLine>().HasOne(row => row.Product).WithMany()
            .HasForeignKey(row => row.ProductId).OnDelete(DeleteBehavior.Restrict);

        model.Entity<PaymentPlace>(place =>
        {
            place.HasOne(row => row.Customer).WithMany()
                .HasForeignKey(row => row.CustomerId).OnDelete(DeleteBehavior.Restrict);
            place.HasIndex(row => row.At);
        });

        model.Entity<Receipt>().HasIndex(row => row.Number).IsUnique();
        model.Entity<Visit>().HasIndex(row => row.At);
        model.Entity<FraudSignal>().HasIndex(row => row.RaisedAt);
        model.Entity<Message>().HasIndex(row => row.SentAt);

        // Requests, consents, holds, the audit trail: the run time's own tables.
        model.UsePrivacy();
    }
}
