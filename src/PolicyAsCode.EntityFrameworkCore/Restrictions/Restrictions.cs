using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore;

internal sealed class Restrictions(PrivacyDatabase database, TimeProvider time) : IRestrictions
{
    public Task<bool> IsUnrestrictedAsync(string subject, string subjectId, string purpose, CancellationToken cancel) =>
        IsFreeAsync(PrivacyRestrictionKind.Restriction, subject, subjectId, purpose, cancel);

    public Task<bool> HasNotObjectedAsync(string subject, string subjectId, string purpose, CancellationToken cancel) =>
        IsFreeAsync(PrivacyRestrictionKind.Objection, subject, subjectId, purpose, cancel);

    public Task<IReadOnlySet<string>> SubjectsAsync(string subject, string purpose, CancellationToken cancel) =>
        database.RunAsync<IReadOnlySet<string>>(async db => await Standing(db, subject)
            .Where(restriction => restriction.Purpose == null || restriction.Purpose == purpose)
            .Select(restriction => restriction.SubjectId)
            .ToHashSetAsync(cancel).ConfigureAwait(false));

    public Task<IReadOnlyList<PrivacyRestriction>> StandingAsync(string subject, string subjectId, CancellationToken cancel) =>
        database.RunAsync<IReadOnlyList<PrivacyRestriction>>(async (db, services) =>
        {
            var person = database.Sought(services, subject, subjectId);
            return await Standing(db, subject).AsNoTracking()
                .Where(restriction => restriction.SubjectId == person)
                .OrderBy(restriction => restriction.Since).ThenBy(restriction => restriction.Id)
                .ToListAsync(cancel).ConfigureAwait(false);
        });

    public Task LiftAsync(Guid id, string because, CancellationToken cancel)
    {
        because.Fitting(PrivacyTables.ReasonLength);
        return database.RunAsync(db => db.Set<PrivacyRestriction>()
            .Where(restriction => restriction.Id == id && restriction.LiftedAt == null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(restriction => restriction.LiftedAt, time.GetUtcNow())
                    .SetProperty(restriction => restriction.LiftedBecause, because),
                cancel));
    }

    private Task<bool> IsFreeAsync(
        PrivacyRestrictionKind kind, string subject, string subjectId, string purpose, CancellationToken cancel) =>
        database.RunAsync(async (db, services) =>
        {
            var person = database.Sought(services, subject, subjectId);
            return !await Standing(db, subject).AnyAsync(
                restriction => restriction.Kind == kind && restriction.SubjectId == person
                    && (restriction.Purpose == null || restriction.Purpose == purpose),
                cancel).ConfigureAwait(false);
        });

    private static IQueryable<PrivacyRestriction> Standing(DbContext db, string subject) =>
        db.Set<PrivacyRestriction>().Where(restriction => restriction.Subject == subject && restriction.LiftedAt == null);
}
