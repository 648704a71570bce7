using Microsoft.EntityFrameworkCore;

namespace JovaPos.Violations;

/// <summary>A second database, about which nobody thought when the policy was written.</summary>
public sealed class ShadowContext(DbContextOptions<ShadowContext> options) : DbContext(options) // expect: PAC4005 JOVA-1.3
{
    public DbSet<Member> Members => Set<Member>();

    public DbSet<Badge> Badges => Set<Badge>();

    public DbSet<Review> Reviews => Set<Review>();

    public DbSet<Rating> Ratings => Set<Rating>();

    public DbSet<Lead> Leads => Set<Lead>();

    public DbSet<TrackedVisit> Visits => Set<TrackedVisit>();

    public DbSet<Voucher> Vouchers => Set<Voucher>();
}
