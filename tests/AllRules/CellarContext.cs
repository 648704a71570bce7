using Microsoft.EntityFrameworkCore;

namespace Cellar;

/// <summary>What the merchant stores: on a sealed disk, and each change recorded.</summary>
[Audits]
[Encrypted("PostgreSQL on a volume with LUKS, AES-256")]
public sealed class CellarContext(DbContextOptions<CellarContext> options, TimeProvider clock) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<StaffMember> Staff => Set<StaffMember>();

    public DbSet<RowChange> Changes => Set<RowChange>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Changes.AddRange(Changed());
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Changes.AddRange(Changed());
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    private List<RowChange> Changed() =>
    [
        .. from row in ChangeTracker.Entries()
           where row.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
           from member in row.Members
           where row.State is not EntityState.Modified || member.IsModified
           select new RowChange { At = clock.GetUtcNow(), Row = row.Metadata.Name, Member = member.Metadata.Name },
    ];
}
