using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore;

internal sealed class LegalHolds(PrivacyDatabase database, TimeProvider time) : ILegalHolds
{
    public Task<Guid> PlaceAsync(
        string subject, string subjectId, string reason, DateTimeOffset? until, string? placedBy, CancellationToken cancel)
    {
        reason.Fitting(PrivacyTables.ReasonLength);
        subject.Fitting(PrivacyTables.TermLength);
        subjectId.Fitting(PrivacyTables.SubjectIdLength);
        placedBy?.Fitting(PrivacyTables.SubjectIdLength);
        var now = time.GetUtcNow();
        if (until <= now)
            throw new ArgumentOutOfRangeException(nameof(until), until, "A hold must end after it begins.");
        return database.RunAsync(async (db, services) =>
        {
            var id = database.Canonical(services, subject, subjectId);
            var hold = new PrivacyHold(Guid.CreateVersion7(now), subject, id, reason, now, until) { PlacedBy = placedBy };
            await PlaceAsync(db, hold, cancel).ConfigureAwait(false);
            return hold.Id;
        });
    }

    /// <summary>Places one in a transaction of its own, when no erasure of the person is about to commit.</summary>
    internal static async Task PlaceAsync(DbContext db, PrivacyHold hold, CancellationToken cancel)
    {
        using var silence = AuditSession.Of(db).Hush();
        await db.Database.CreateExecutionStrategy().ExecuteInTransactionAsync(
            async token =>
            {
                await RowLocks.OneAtATimeAsync(db, NameOf(hold.Subject, hold.SubjectId), token).ConfigureAwait(false);
                await db.InsertRowAsync(hold, token).ConfigureAwait(false);
            },
            token => db.Set<PrivacyHold>().IgnoreQueryFilters().AnyAsync(one => one.Id == hold.Id, token), cancel).ConfigureAwait(false);
    }

    /// <summary>
    /// Lets no hold be placed on a person until the transaction ends, and waits for those that are being placed. Asked for
    /// last, when the rows are locked: who places one waits for nothing else then.
    /// </summary>
    internal static async Task ShutOutAsync(DbContext db, string subject, string subjectId, CancellationToken cancel)
    {
        foreach (var kind in KindsOf(subject))
            await RowLocks.OneAtATimeAsync(db, NameOf(kind, subjectId), cancel).ConfigureAwait(false);
    }

    private static string NameOf(string subject, string subjectId) => $"hold\0{subject}\0{subjectId}";

    public Task LiftAsync(Guid id, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        return database.RunAsync(db => db.Set<PrivacyHold>()
            .Where(hold => hold.Id == id && (hold.Until == null || hold.Until > now))
            .ExecuteUpdateAsync(set => set.SetProperty(hold => hold.Until, now), cancel));
    }

    public Task<IReadOnlyList<PrivacyHold>> StandingAsync(string subject, string subjectId, CancellationToken cancel) =>
        database.RunAsync<IReadOnlyList<PrivacyHold>>(async (db, services) =>
            await On(db, subject, database.Sought(services, subject, subjectId), time.GetUtcNow()).AsNoTracking()
                .OrderBy(hold => hold.Since).ThenBy(hold => hold.Id).ToListAsync(cancel).ConfigureAwait(false));

    /// <summary>The holds that stand on a person at a moment.</summary>
    internal static IQueryable<PrivacyHold> On(DbContext db, string subject, string subjectId, DateTimeOffset now)
    {
        var kinds = KindsOf(subject);
        return db.Set<PrivacyHold>().Where(hold =>
            kinds.Contains(hold.Subject) && hold.SubjectId == subjectId && (hold.Until == null || hold.Until > now));
    }

    /// <summary>
    /// The kinds under which a person may be held: of <c>customer/Guest</c> that, and <c>customer</c>, which says no more of
    /// whom it holds than that.
    /// </summary>
    internal static IReadOnlyList<string> KindsOf(string subject) => subject.IndexOf('/', StringComparison.Ordinal) is > 0 and var end
        ? [subject, subject[..end]]
        : [subject];
}
