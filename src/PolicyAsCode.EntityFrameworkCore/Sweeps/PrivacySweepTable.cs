using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyAsCode.EntityFrameworkCore;

internal sealed class PrivacySweepTable : IEntityTypeConfiguration<PrivacySweep>, IEntityTypeConfiguration<PrivacySweepBatch>
{
    public const string Name = "privacy_sweeps";
    public const string Batches = "privacy_sweep_batches";

    public void Configure(EntityTypeBuilder<PrivacySweep> table)
    {
        table.Store(Name);
        table.HasKey(sweep => sweep.Id);
        table.Property(sweep => sweep.Id).ValueGeneratedNever();
        table.Property(sweep => sweep.Plan).HasMaxLength(PrivacyTables.SubjectIdLength);
        table.Property(sweep => sweep.Node).HasMaxLength(PrivacyTables.SubjectIdLength);
        table.HasIndex(sweep => new { sweep.Plan, sweep.StartedAt });
    }

    public void Configure(EntityTypeBuilder<PrivacySweepBatch> table)
    {
        table.Store(Batches);
        table.HasKey(batch => batch.Id);
        table.Property(batch => batch.Id).ValueGeneratedNever();
        table.Property(batch => batch.Entity).HasMaxLength(PrivacyTables.SubjectIdLength);
        table.HasIndex(batch => batch.SweepId);
    }
}
