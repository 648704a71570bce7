using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyAsCode.EntityFrameworkCore;

internal sealed class PrivacyConsentTable : IEntityTypeConfiguration<PrivacyConsent>
{
    public const string Name = "privacy_consents";
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<PrivacyConsent> table)
    {
        table.Store(Name);
        table.HasKey(consent => consent.Id);
        table.Property(consent => consent.Id).ValueGeneratedNever();
        table.Property(consent => consent.Subject).HasMaxLength(PrivacyTables.TermLength);
        table.Property(consent => consent.SubjectId).HasMaxLength(PrivacyTables.SubjectIdLength);
        table.Property(consent => consent.Purpose).HasMaxLength(PrivacyTables.TermLength);
        table.Property(consent => consent.GivenThrough).HasMaxLength(PrivacyTables.WordLength);
        table.Property(consent => consent.WithdrawnThrough).HasMaxLength(PrivacyTables.WordLength);
        table.Property(consent => consent.TextVersion).HasMaxLength(PrivacyTables.TermLength);
        table.Property(consent => consent.TextLanguage).HasMaxLength(PrivacyTables.WordLength);
        table.Property(consent => consent.TextHash).HasMaxLength(HashLength);
        table.HasIndex(consent => new { consent.Subject, consent.SubjectId, consent.Purpose });
        table.HasIndex(consent => consent.WithdrawnAt);
    }
}
