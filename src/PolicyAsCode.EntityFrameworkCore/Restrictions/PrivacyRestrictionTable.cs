using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyAsCode.EntityFrameworkCore;

internal sealed class PrivacyRestrictionTable : IEntityTypeConfiguration<PrivacyRestriction>
{
    public const string Name = "privacy_restrictions";

    public void Configure(EntityTypeBuilder<PrivacyRestriction> table)
    {
        table.Store(Name);
        table.HasKey(restriction => restriction.Id);
        table.Property(restriction => restriction.Id).ValueGeneratedNever();
        table.Property(restriction => restriction.Subject).HasMaxLength(PrivacyTables.TermLength);
        table.Property(restriction => restriction.SubjectId).HasMaxLength(PrivacyTables.SubjectIdLength);
        table.Property(restriction => restriction.Purpose).HasMaxLength(PrivacyTables.TermLength);
        table.Property(restriction => restriction.LiftedBecause).HasMaxLength(PrivacyTables.ReasonLength);
        table.HasIndex(restriction => new { restriction.Subject, restriction.SubjectId, restriction.Kind });
    }
}
