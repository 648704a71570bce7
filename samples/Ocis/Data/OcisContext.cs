using Microsoft.EntityFrameworkCore;
using Ocis.Usage;
using PolicyAsCode.EntityFrameworkCore;

namespace Ocis.Data;

/// <summary>Everything that OCIS stores. Its retention, erasures, copies and audit are generated from the policy.</summary>
[PrivacyOperations]
public sealed class OcisContext(DbContextOptions<OcisContext> options) : DbContext(options)
{
    public DbSet<User> Users => Set<User>();

    public DbSet<PendingAddress> PendingAddresses => Set<PendingAddress>();

    public DbSet<AddressClaim> AddressClaims => Set<AddressClaim>();

    public DbSet<FederatedLogin> FederatedLogins => Set<FederatedLogin>();

    public DbSet<Organiser> Organisers => Set<Organiser>();

    public DbSet<Event> Events => Set<Event>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<SupportRequest> SupportRequests => Set<SupportRequest>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    public DbSet<Visit> Visits => Set<Visit>();

    public DbSet<Participation> Participations => Set<Participation>();

    public DbSet<BusinessTransfer> Transfers => Set<BusinessTransfer>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) =>
        configuration.UsePrivacyConversions();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.UsePrivacy();

        model.Entity<User>(user =>
        {
            user.HasSubject(row => row.Id);
            user.Property(row => row.Name).IsEncrypted();
            // One owner of an address, however it is written.
            user.Property(row => row.Email).IsEncrypted().HasBlindIndex(BlindIndexForm.IgnoreCase, isUnique: true);
            user.Property(row => row.Phone).IsEncrypted();
            user.Property(row => row.Theme).IsEncrypted();
            user.HasIndex(row => row.UserName).IsUnique();
            user.HasIndex(row => row.ClosedAt);
            user.HasIndex(row => row.LastActivityAt);
            user.Property(row => row.Role).HasConversion<string>();
        });

        model.Entity<PendingAddress>(address =>
        {
            address.HasSubject(row => row.Id);
            // Whoever reads it is one person, however many ask for it.
            address.Property(row => row.Email).IsEncrypted().HasBlindIndex(BlindIndexForm.IgnoreCase, isUnique: true);
            address.HasIndex(row => row.AskedAt);
        });

        model.Entity<AddressClaim>(claim =>
        {
            claim.HasSubject(row => row.AddressId, Subjects.Applicant);
            claim.Property(row => row.Name).IsEncrypted();
            claim.Property(row => row.UserName).IsEncrypted();
            claim.HasIndex(row => row.AskedAt);
        });

        model.Entity<FederatedLogin>(login =>
        {
            login.HasSubject(row => row.UserId, Subjects.User);
            login.Property(row => row.ProviderUserId).IsEncrypted().HasBlindIndex();
        });

        model.Entity<Event>(held =>
        {
            held.HasOne(row => row.Organiser).WithMany(house => house.Events).HasForeignKey(row => row.OrganiserId);
            held.HasOne(row => row.Partner).WithMany().HasForeignKey(row => row.PartnerId);
        });

        model.Entity<Order>(order =>
        {
            order.HasIndex(row => row.Number).IsUnique();
            order.HasIndex(row => row.PlacedAt);
            order.HasIndex(row => row.PaidAt);
            order.HasOne(row => row.User).WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Restrict);
            order.HasOne(row => row.Payment).WithOne(payment => payment.Order).HasForeignKey<Payment>(payment => payment.OrderId);
        });

        model.Entity<SupportRequest>(request =>
        {
            request.HasSubject(row => row.UserId, Subjects.User);
            request.Property(row => row.Text).IsEncrypted();
            request.HasIndex(row => row.ClosedAt);
        });

        model.Entity<Message>(message =>
        {
            message.HasSubject(row => row.UserId, Subjects.User);
            message.Property(row => row.Text).IsEncrypted();
            message.HasIndex(row => row.SentAt);
        });

        model.Entity<Subscription>(subscription =>
        {
            subscription.HasSubject(row => row.UserId, Subjects.User);
            subscription.Property(row => row.Topics).IsEncrypted();
            subscription.HasIndex(row => row.EndedAt);
        });

        model.Entity<Visit>().HasIndex(row => row.At);
        model.Entity<Participation>(part =>
        {
            part.HasIndex(row => row.At);
            // Whoever has come has come once.
            part.HasIndex(row => new { row.UserId, row.EventId }).IsUnique().HasFilter($"\"What\" = '{Activities.Arrived}'");
        });
    }
}
