using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyAsCode.EntityFrameworkCore;

internal sealed class PrivacyOutboxTable : IEntityTypeConfiguration<PrivacyOutboxMessage>
{
    public const string Name = "privacy_outbox";

    public void Configure(EntityTypeBuilder<PrivacyOutboxMessage> table)
    {
        table.Store(Name);
        table.HasKey(message => message.Id);
        table.Property(message => message.Id).ValueGeneratedNever();
        table.Property(message => message.Topic).HasMaxLength(PrivacyTables.TermLength);
        table.Property(message => message.LastError).HasMaxLength(PrivacyTables.ReasonLength);
        // Whoever writes a message must still be its owner: the lease is the concurrency token.
        table.Property(message => message.LeaseOwner).IsConcurrencyToken();
        table.Property(message => message.LeasedUntil).HasConversion<UtcTicksConverter>();
        table.HasIndex(message => new { message.SentAt, message.NextAttemptAt });
        table.HasIndex(message => message.RequestId);
    }
}
