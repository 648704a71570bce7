using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyAsCode.EntityFrameworkCore;

internal sealed class PrivacyRequestTable : IEntityTypeConfiguration<PrivacyRequest>
{
    public const string Name = "privacy_requests";

    public void Configure(EntityTypeBuilder<PrivacyRequest> table)
    {
        table.Store(Name);
        table.HasKey(request => request.Id);
        table.Property(request => request.Id).ValueGeneratedNever();
        table.Property(request => request.Subject).HasMaxLength(PrivacyTables.TermLength);
        table.Property(request => request.SubjectId).HasMaxLength(PrivacyTables.SubjectIdLength);
        table.Property(request => request.Tenant).HasMaxLength(PrivacyTables.SubjectIdLength);
        table.Property(request => request.Purpose).HasMaxLength(PrivacyTables.TermLength);
        table.Property(request => request.Channel).HasMaxLength(PrivacyTables.WordLength);
        table.Property(request => request.AddressKind).HasMaxLength(PrivacyTables.WordLength);
        table.Property(request => request.Language).HasMaxLength(PrivacyTables.WordLength);
        table.Property(request => request.VerifiedBy).HasMaxLength(PrivacyTables.TermLength);
        table.Property(request => request.ExecutedBy).HasMaxLength(PrivacyTables.SubjectIdLength);
        table.Property(request => request.ExtensionReason).HasMaxLength(PrivacyTables.ReasonLength);
        table.Property(request => request.RefusalReason).HasMaxLength(PrivacyTables.ReasonLength);
        table.Property(request => request.CodeSalt);
        table.Property(request => request.CodeHash);
        table.Property(request => request.CodeExpiresAt).HasConversion<UtcTicksConverter>();
        table.Property(request => request.CodeSentAt).HasConversion<UtcTicksConverter>();
        table.Property(request => request.CodesSent);
        table.Property(request => request.CodeAttempts);
        table.Property(request => request.Version).IsConcurrencyToken();
        table.HasIndex(request => new { request.ClosedAt, request.DueAt });
        table.HasIndex(request => new { request.Subject, request.SubjectId });
    }
}
