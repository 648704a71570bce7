using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyAsCode.EntityFrameworkCore;

internal sealed class PrivacyHoldTable : IEntityTypeConfiguration<PrivacyHold>
{
    public const string Name = "privacy_holds";

    public void Configure(EntityTypeBuilder<PrivacyHold> table)
    {
        table.Store(Name);
        table.HasKey(hold => hold.Id);
        table.Property(hold => hold.Id).ValueGeneratedNever();
        table.Property(hold => hold.Subject).HasMaxLength(PrivacyTables.TermLength);
        table.Property(hold => hold.SubjectId).HasMaxLength(PrivacyTables.SubjectIdLength);
        table.Property(hold => hold.Reason).HasMaxLength(PrivacyTables.ReasonLength);
        table.Property(hold => hold.PlacedBy).HasMaxLength(PrivacyTables.SubjectIdLength);
        table.HasIndex(hold => new { hold.Subject, hold.SubjectId });
    }
}
