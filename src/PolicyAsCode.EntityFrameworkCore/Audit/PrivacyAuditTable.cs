using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyAsCode.EntityFrameworkCore;

internal sealed class PrivacyAuditTable
    : IEntityTypeConfiguration<PrivacyAuditRecord>, IEntityTypeConfiguration<PrivacyAuditPerson>, IEntityTypeConfiguration<PrivacyAuditSeal>
{
    public const string Records = "privacy_audit";
    public const string People = "privacy_audit_people";
    public const string Seals = "privacy_audit_seals";

    /// <summary>How long a pseudonym is: a hash in hexadecimal digits; and the name of a process may be.</summary>
    public const int PseudonymLength = 64;

    public const int FieldsLength = 2000;

    public void Configure(EntityTypeBuilder<PrivacyAuditRecord> table)
    {
        table.Store(Records);
        table.HasKey(record => record.Id);
        table.Property(record => record.Id).ValueGeneratedNever();
        table.Property(record => record.ActorKind).HasMaxLength(PrivacyTables.TermLength);
        table.Property(record => record.Actor).HasMaxLength(PrivacyTables.SubjectIdLength);
        table.Property(record => record.Purposes).HasMaxLength(FieldsLength);
        table.Property(record => record.Entity).HasMaxLength(PrivacyTables.SubjectIdLength);
        table.Property(record => record.Fields).HasMaxLength(FieldsLength);
        table.Property(record => record.PersonKind).HasMaxLength(PrivacyTables.TermLength);
        table.Property(record => record.Person).HasMaxLength(PseudonymLength);
        table.Property(record => record.Trace).HasMaxLength(PseudonymLength);
        table.Property(record => record.Detail).HasMaxLength(PrivacyTables.ReasonLength);
        table.HasIndex(record => record.Seal);
        table.HasIndex(record => new { record.Person, record.At });
        table.HasIndex(record => new { record.Actor, record.At });
        table.HasIndex(record => new { record.Entity, record.At });
    }

    public void Configure(EntityTypeBuilder<PrivacyAuditPerson> table)
    {
        table.Store(People);
        table.HasKey(person => person.Pseudonym);
        table.Property(person => person.Pseudonym).HasMaxLength(PseudonymLength).ValueGeneratedNever();
        table.Property(person => person.Kind).HasMaxLength(PrivacyTables.TermLength);
        table.Property(person => person.SubjectId).HasMaxLength(PrivacyTables.SubjectIdLength);
        // Not unique: two transactions that meet somebody for the first time must not wait for each other.
        table.HasIndex(person => new { person.Kind, person.SubjectId });
    }

    public void Configure(EntityTypeBuilder<PrivacyAuditSeal> table)
    {
        table.Store(Seals);
        table.HasKey(seal => seal.Number);
        table.Property(seal => seal.Number).ValueGeneratedNever();
    }
}
