namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>The record of who read and changed which personal data, when and for what; never of the values.</summary>
public interface IAuditTrail
{
    /// <summary>Says for which purposes the code runs until the result is disposed; the innermost counts.</summary>
    /// <param name="purposes">As <c>[Purpose]</c> names them, such as <c>Purposes.CustomerSupport</c>.</param>
    IDisposable For(params string[] purposes);

    /// <summary>Records what no interceptor sees: a file that was handed out, a report that was printed.</summary>
    /// <param name="action">What was done.</param>
    /// <param name="entity">With which entity's data.</param>
    /// <param name="fields">With which fields.</param>
    /// <param name="person">Whose; null where it is not one person's.</param>
    /// <param name="rows">How many rows; null where that is not known.</param>
    /// <param name="cancel">Stops.</param>
    Task RecordAsync(
        AuditAction action, string entity, IEnumerable<string> fields, PrivacySubject? person, int? rows = null,
        CancellationToken cancel = default);

    /// <summary>Writes the reads that wait. The application's hosted service does so all the time.</summary>
    /// <param name="cancel">Stops.</param>
    Task FlushAsync(CancellationToken cancel = default);

    /// <summary>Seals what is written: from then on a change to it is found. Gives how many records it sealed.</summary>
    /// <param name="cancel">Stops between two seals.</param>
    Task<int> SealAsync(CancellationToken cancel = default);

    /// <summary>Looks whether anything was changed, deleted, added or cut off since it was sealed.</summary>
    /// <param name="cancel">Stops.</param>
    Task<AuditVerification> VerifyAsync(CancellationToken cancel = default);

    /// <summary>What was done with a person's data, the newest first.</summary>
    /// <param name="subject">The kind of person, such as <c>customer</c>.</param>
    /// <param name="subjectId">The key of their row, as text.</param>
    /// <param name="cancel">Stops.</param>
    Task<IReadOnlyList<PrivacyAuditRecord>> AboutAsync(string subject, string subjectId, CancellationToken cancel = default);

    /// <summary>Who stands behind a pseudonym of a record; null where they are erased.</summary>
    /// <param name="pseudonym">As <see cref="PrivacyAuditRecord.Person"/> or <see cref="PrivacyAuditRecord.Actor"/> has it.</param>
    /// <param name="cancel">Stops.</param>
    Task<PrivacySubject?> WhoAsync(string pseudonym, CancellationToken cancel = default);

    /// <summary>
    /// Deletes sealed records from before a moment; their seals stay, so that the chain goes on. Gives how many went.
    /// </summary>
    /// <param name="before">The moment; what is younger stays.</param>
    /// <param name="cancel">Stops.</param>
    Task<int> PruneAsync(DateTimeOffset before, CancellationToken cancel = default);
}
