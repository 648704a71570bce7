using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Records generated operations as what they are: a record for each erasure and for each copy, and one for each batch of a
/// sweep.
/// </summary>
internal static class AuditedOperations
{
    /// <summary>Records an erasure in its transaction, and takes the person's name out of the trail.</summary>
    public static async Task ErasedAsync(
        DbContext db, string subject, string id, IReadOnlyCollection<ErasureEntry> entries, CancellationToken cancel)
    {
        if (db.Model.FindEntityType(typeof(PrivacyAuditPerson)) is null)
            return;
        if (AuditTrail.Of(db) is { } trail)
        {
            var said = string.Join("; ", entries.Select(entry => FormattableString.Invariant($"{entry.Rule.Entity} {entry.Rule.Action} {entry.Rows}")));
            var draft = trail.Draft(AuditAction.Erased, AuditWay.Generated, subject, "") with
            {
                PersonKind = subject,
                PersonId = id,
                Rows = entries.Where(entry => entry.Rule.Action != PrivacyAction.Kept).Sum(entry => entry.Rows),
                Detail = AuditText.Cut(said, PrivacyTables.ReasonLength),
            };
            await new AuditWriter(db).WriteAsync([draft], isAsync: true, cancel).ConfigureAwait(false);
        }

        await AuditPeople.Of(db, subject, id).ExecuteDeleteAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Records a batch of a sweep in its transaction.</summary>
    public static async Task SweptAsync(DbContext db, PrivacyRule rule, int rows, CancellationToken cancel)
    {
        if (AuditTrail.Of(db) is not { } trail || db.Model.FindEntityType(typeof(PrivacyAuditRecord)) is null)
            return;
        var draft = trail.Draft(AuditAction.Swept, AuditWay.Generated, rule.Entity, AuditText.Fields(rule.Fields)) with
        {
            Rows = rows,
            Detail = AuditText.Cut($"{rule.Action}: {rule.Reason}", PrivacyTables.ReasonLength),
        };
        await new AuditWriter(db).WriteAsync([draft], isAsync: true, cancel).ConfigureAwait(false);
    }

    /// <summary>Refuses what could not be recorded.</summary>
    public static void EnsureRoom(DbContext db) => AuditTrail.Of(db)?.EnsureRoom();

    /// <summary>Records a copy that was handed out; like a read, its transaction writes nothing.</summary>
    public static void Exported(
        DbContext db, string subject, string id, IReadOnlyCollection<ExportEntry> entries, bool isBrokenOff = false)
    {
        if (AuditTrail.Of(db) is not { } trail)
            return;
        var said = string.Join("; ", entries.Select(entry => FormattableString.Invariant($"{entry.Entity} {entry.Rows}")));
        if (isBrokenOff)
            said = entries.Count == 0 ? "broken off" : "broken off after " + said;
        trail.Enqueue([trail.Draft(AuditAction.Exported, AuditWay.Generated, subject, "") with
        {
            PersonKind = subject, PersonId = id, Rows = entries.Sum(entry => entry.Rows), Detail = AuditText.Cut(said, PrivacyTables.ReasonLength),
        }]);
    }
}
