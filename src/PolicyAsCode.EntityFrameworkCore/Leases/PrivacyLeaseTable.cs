using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyAsCode.EntityFrameworkCore;

internal sealed class PrivacyLeaseTable : IEntityTypeConfiguration<PrivacyLease>
{
    public const string Name = "privacy_leases";

    public void Configure(EntityTypeBuilder<PrivacyLease> table)
    {
        table.Store(Name);
        table.HasKey(lease => lease.Name);
        table.Property(lease => lease.Name).HasMaxLength(PrivacyTables.SubjectIdLength);
        table.Property(lease => lease.Node).HasMaxLength(PrivacyTables.SubjectIdLength);
    }
}
