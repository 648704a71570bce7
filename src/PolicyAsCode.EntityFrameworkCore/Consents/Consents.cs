using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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
        return database.RunAsync((db, services) => db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            var transaction = await db.Database.BeginTransactionAsync(cancel).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                var taken = await WithdrawAsync(
                    db, services, subject, database.Sought(services, subject, subjectId), purpose, through,
                    services.GetService<IPrivacyTenant>()?.Current, time.GetUtcNow(), cancel).ConfigureAwait(false);
                await transaction.CommitAsync(cancel).ConfigureAwait(false);
                return taken;
            }
        }));
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

    /// <summary>
    /// Takes back what stands, and writes for each observer what is to be told, in the transaction of the caller: a crash
    /// leaves both or neither. Where nothing stood, nobody is told.
    /// </summary>
    /// <param name="db">The context, with an open transaction.</param>
    /// <param name="services">Knows the observers.</param>
    /// <param name="subject">The kind of person.</param>
    /// <param name="subjectId">Who.</param>
    /// <param name="purpose">The purpose; null for all.</param>
    /// <param name="through">How it is taken back.</param>
    /// <param name="tenant">Whose person it is; null where there are no tenants.</param>
    /// <param name="now">When.</param>
    /// <param name="cancel">Stops.</param>
    internal static async Task<int> WithdrawAsync(
        DbContext db, IServiceProvider services, string subject, string subjectId, string? purpose, string through,
        string? tenant, DateTimeOffset now, CancellationToken cancel)
    {
        var standing = await Standing(db, subject, subjectId).Where(consent => purpose == null || consent.Purpose == purpose)
            .OrderBy(consent => consent.Id).Select(consent => new { consent.Id, consent.Purpose }).ToListAsync(cancel).ConfigureAwait(false);
        // Of two that take the same back at once, the second waits for the first and finds nothing: each is asked for by itself,
        // so that it is known which were, and in one order, so that neither waits for the other in turn.
        var taken = new List<string>();
        foreach (var (id, agreed) in standing.Select(consent => (consent.Id, consent.Purpose)))
            if (await db.Set<PrivacyConsent>().Where(consent => consent.Id == id && consent.WithdrawnAt == null).ExecuteUpdateAsync(
                set => set.SetProperty(consent => consent.WithdrawnAt, now).SetProperty(consent => consent.WithdrawnThrough, through),
                cancel).ConfigureAwait(false) > 0)
                taken.Add(agreed);
        var observers = services.GetServices<IConsentObserver>().Select(observer => observer.Name).Order(StringComparer.Ordinal).ToList();
        if (taken.Count == 0 || observers.Count == 0)
            return taken.Count;
        var withdrawal = new ConsentWithdrawal(
            subject, subjectId, [.. taken.Distinct().Order(StringComparer.Ordinal)], through, now);
        db.AddRange(observers.Select(observer => OutboxMessages.Tell(observer, withdrawal, tenant)));
        await db.SaveChangesAsync(cancel).ConfigureAwait(false);
        return taken.Count;
    }

    private static IQueryable<PrivacyConsent> Standing(DbContext db, string subject, string subjectId) =>
        db.Set<PrivacyConsent>().Where(consent =>
            consent.Subject == subject && consent.SubjectId == subjectId && consent.WithdrawnAt == null);
}
