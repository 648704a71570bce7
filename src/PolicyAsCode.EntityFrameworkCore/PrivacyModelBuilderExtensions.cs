using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Brings the run time's tables into a model, and so into the migrations of whoever owns it.</summary>
public static class PrivacyModelBuilderExtensions
{
    /// <summary>
    /// Adds the tables that requests, their outbox, consents, restrictions, legal holds, sweeps and the audit need. Call it in
    /// <c>OnModelCreating</c>, and add a migration after each update of the package.
    /// </summary>
    /// <param name="model">The model of the context that is marked <c>[PrivacyOperations]</c>.</param>
    public static ModelBuilder UsePrivacy(this ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        // One line a table; each is configured in the folder of what it is for.
        model.ApplyConfiguration(new PrivacyRequestTable());
        model.ApplyConfiguration(new PrivacyOutboxTable());
        model.ApplyConfiguration(new PrivacyConsentTable());
        model.ApplyConfiguration(new PrivacyRestrictionTable());
        model.ApplyConfiguration(new PrivacyHoldTable());
        model.ApplyConfiguration(new PrivacyLeaseTable());
        model.ApplyConfiguration<PrivacySweep>(new PrivacySweepTable());
        model.ApplyConfiguration<PrivacySweepBatch>(new PrivacySweepTable());
        model.ApplyConfiguration<PrivacyAuditRecord>(new PrivacyAuditTable());
        model.ApplyConfiguration<PrivacyAuditPerson>(new PrivacyAuditTable());
        model.ApplyConfiguration<PrivacyAuditSeal>(new PrivacyAuditTable());
        return model;
    }
}
