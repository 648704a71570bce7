using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;

namespace OChat.Data;

/// <summary>Everything that OChat stores. Its retention and its erasures are generated from the policy.</summary>
[PrivacyOperations]
public sealed class OChatContext(DbContextOptions<OChatContext> options) : DbContext(options)
{
    public DbSet<User> Users => Set<User>();

    public DbSet<OrderPage> OrderPages => Set<OrderPage>();

    public DbSet<Product> Products => Set<Product>();

    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<OrderLine> OrderLines => Set<OrderLine>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<ChatTurn> ChatTurns => Set<ChatTurn>();

    public DbSet<ProductPreference> Preferences => Set<ProductPreference>();

    public DbSet<Feedback> Feedback => Set<Feedback>();

    public DbSet<SupportRequest> SupportRequests => Set<SupportRequest>();

    public DbSet<Visit> Visits => Set<Visit>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) =>
        configuration.UsePrivacyConversions();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.UsePrivacy();

        model.Entity<User>(user =>
        {
            user.HasSubject(row => row.Id);
            user.Property(row => row.Name).IsEncrypted();
            user.Property(row => row.Email).IsEncrypted().HasBlindIndex(BlindIndexForm.IgnoreCase);
            user.Property(row => row.Phone).IsEncrypted();
            user.HasIndex(row => row.UserName).IsUnique();
            user.HasIndex(row => row.ClosedAt);
            user.Property(row => row.Role).HasConversion<string>();
        });

        model.Entity<OrderPage>(page =>
        {
            page.HasIndex(row => row.Slug).IsUnique();
            page.HasOne(row => row.Owner).WithMany().HasForeignKey(row => row.OwnerId).OnDelete(DeleteBehavior.Restrict);
        });

        model.Entity<Customer>(customer =>
        {
            customer.HasSubject(row => row.Id);
            customer.Property(row => row.Name).IsEncrypted();
            customer.Property(row => row.Email).IsEncrypted().HasBlindIndex(BlindIndexForm.IgnoreCase);
            customer.Property(row => row.Phone).IsEncrypted();
            customer.HasIndex(row => row.LastActivityAt);
        });

        model.Entity<Order>(order =>
        {
            order.HasIndex(row => row.Number).IsUnique();
            order.HasIndex(row => row.PlacedAt);
            order.Property(row => row.Status).HasConversion<string>();
            order.HasOne(row => row.Customer).WithMany().HasForeignKey(row => row.CustomerId).OnDelete(DeleteBehavior.Restrict);
            order.HasOne(row => row.Delivery).WithOne(delivery => delivery.Order).HasForeignKey<Delivery>(delivery => delivery.OrderId);
        });

        model.Entity<Delivery>(delivery =>
        {
            delivery.HasSubject(row => row.Order!.CustomerId, Subjects.Customer);
            delivery.Property(row => row.Address).IsEncrypted();
            delivery.HasIndex(row => row.DeliveredAt);
        });

        model.Entity<ChatTurn>(turn =>
        {
            turn.HasSubject(row => row.Conversation!.CustomerId, Subjects.Customer);
            turn.Property(row => row.Text).IsEncrypted();
            turn.HasIndex(row => row.At);
        });

        model.Entity<Feedback>(feedback =>
        {
            feedback.HasSubject(row => row.CustomerId, Subjects.Customer);
            feedback.Property(row => row.Text).IsEncrypted();
            feedback.HasIndex(row => row.GivenAt);
        });

        model.Entity<SupportRequest>(request =>
        {
            request.HasSubject(row => row.UserId, Subjects.User);
            request.Property(row => row.Text).IsEncrypted();
            request.HasIndex(row => row.ClosedAt);
        });

        model.Entity<Visit>().HasIndex(row => row.At);
    }
}
