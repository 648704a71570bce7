using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore;

internal sealed class Consents(PrivacyDatabase database, TimeProvider time) : IConsents
{
    public Task<bool> IsGivenAsync(string subject, string subjectId, string purpose, CancellationToken cancel) =>
        database.RunAsync((db, services) => Standing(db, subject, database.Sought(services, subject, subjectId))
            .AnyAsync(consent => consent.Purpose == purpose, cancel));

    public Task GiveAsync(
        string subject, string subjectId, string purpose, ConsentText shown, string through, CancellationToken cancel)
    {
        subject.Fitting(PrivacyTables.TermLength);
        subjectId.Fitting(PrivacyTables.SubjectIdLength);
        purpose.Fitting(PrivacyTables.TermLength);
        through.Fitting(PrivacyTables.WordLength);
        shown.Version.Fitting(PrivacyTables.TermLength);
        shown.Language.Fitting(PrivacyTables.WordLength);
        return database.RunAsync(async (db, services) =>
        {
            var person = database.Canonical(services, subject, subjectId);
            var hash = shown.Hash;
            var isKnown = await Standing(db, subject, person).AnyAsync(
                consent => consent.Purpose == purpose && consent.TextHash == hash
                    && consent.TextVersion == shown.Version && consent.TextLanguage == shown.Language,
                cancel).ConfigureAwait(false);
            if (isKnown)
                return false;

            var now = time.GetUtcNow();
            db.Add(new PrivacyConsent(Guid.CreateVersion7(now), subject, person, purpose, now)
            {
                GivenThrough = through, TextVersion = shown.Version, TextHash = hash, TextLanguage = shown.Language,
            });
            await db.SaveChangesAsync(cancel).ConfigureAwait(false);
            return true;
        });
    }

    public Task WithdrawAsync(string subject, string subjectId, string? purpose, string through, CancellationToken cancel)
    {
        through.Fitting(PrivacyTables.WordLength);
        return database.RunAsync((db, services) => WithdrawAsync(
            db, subject, database.Sought(services, subject, subjectId), purpose, through, time.GetUtcNow(), cancel));
    }

    public Task<IReadOnlyList<PrivacyConsent>> HistoryAsync(string subject, string subjectId, CancellationToken cancel) =>
        database.RunAsync<IReadOnlyList<PrivacyConsent>>(async (db, services) =>
        {
            var person = database.Sought(services, subject, subjectId);
            return await db.Set<PrivacyConsent>().AsNoTracking()
                .Where(consent => consent.Subject == subject && consent.SubjectId == person)
                .OrderBy(consent => consent.GivenAt).ThenBy(consent => consent.Id)
                .ToListAsync(cancel).ConfigureAwait(false);
        });

    /// <summary>Takes back what stands, by one statement.</summary>
    internal static Task<int> WithdrawAsync(
        DbContext db, string subject, string subjectId, string? purpose, string through, DateTimeOffset now,
        CancellationToken cancel) =>
        Standing(db, subject, subjectId).Where(consent => purpose == null || consent.Purpose == purpose).ExecuteUpdateAsync(
            set => set.SetProperty(consent => consent.WithdrawnAt, now).SetProperty(consent => consent.WithdrawnThrough, through),
            cancel);

    private static IQueryable<PrivacyConsent> Standing(DbContext db, string subject, string subjectId) =>
        db.Set<PrivacyConsent>().Where(consent =>
            consent.Subject == subject && consent.SubjectId == subjectId && consent.WithdrawnAt == null);
}
