using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore;

internal sealed class BreachReports(AuditTrail trail, TimeProvider time) : IBreachReports
{
    public async Task<BreachReport> ReportAsync(BreachScope scope, DateTimeOffset knownAt, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scope);
        Check(scope);
        if (scope.IsByTrail)
            await trail.FlushAsync(cancel).ConfigureAwait(false);
        var now = time.GetUtcNow();
        BreachReport? report = null;
        await trail.RunAsync(async db => report = scope.IsByTrail
            ? await ByTrailAsync(db, scope, knownAt, now, cancel).ConfigureAwait(false)
            : await ByTablesAsync(db, scope, knownAt, now, cancel).ConfigureAwait(false)).ConfigureAwait(false);
        return report!;
    }

    public async IAsyncEnumerable<PrivacySubject> PeopleAsync(
        BreachScope scope, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        Check(scope);
        if (scope.IsByTrail)
            await trail.FlushAsync(cancel).ConfigureAwait(false);
        var (scoped, db) = trail.Open();
        await using (scoped.ConfigureAwait(false))
        {
            using var silence = AuditSession.Of(db).Hush();
            if (scope.IsByTrail)
            {
                var named = Named(db, scope).Select(person => new { person.Kind, person.SubjectId }).Distinct()
                    .OrderBy(person => person.Kind).ThenBy(person => person.SubjectId);
                await foreach (var person in named.AsAsyncEnumerable().WithCancellation(cancel).ConfigureAwait(false))
                    yield return new(person.Kind, person.SubjectId);
                yield break;
            }

            foreach (var kind in Parts(db, scope))
                await foreach (var key in new OwnersOf(db, [.. kind]).KeysAsync(cancel).ConfigureAwait(false))
                    yield return new(kind.Key, key);
        }
    }

    private void Check(BreachScope scope)
    {
        var known = trail.Facts.Entities.Select(entity => entity.Type.Name).Distinct(StringComparer.Ordinal).ToList();
        if (scope.Entities.FirstOrDefault(entity => !known.Contains(entity)) is { } unknown)
            throw new ArgumentException(
                $"'{unknown}' is no entity with personal data; there are: {string.Join(", ", known.Order(StringComparer.Ordinal))}.", nameof(scope));
    }

    private async Task<BreachReport> ByTablesAsync(
        DbContext db, BreachScope scope, DateTimeOffset knownAt, DateTimeOffset now, CancellationToken cancel)
    {
        var people = ImmutableArray.CreateBuilder<BreachedPeople>();
        foreach (var kind in Parts(db, scope))
            people.Add(new(kind.Key, await new OwnersOf(db, [.. kind]).CountAsync(cancel).ConfigureAwait(false), 0));
        var data = trail.Facts.Entities.SelectMany(entity => entity.Fields.Where(field => scope.Has(entity.Type.Name, field.Name))
            .Select(field => (entity.Type.Name, field.Name)));
        return Report(knownAt, now, people.ToImmutable(), data, []);
    }

    private async Task<BreachReport> ByTrailAsync(
        DbContext db, BreachScope scope, DateTimeOffset knownAt, DateTimeOffset now, CancellationToken cancel)
    {
        var named = await Named(db, scope).Select(person => new { person.Kind, person.SubjectId }).Distinct()
            .GroupBy(person => person.Kind).Select(kind => new { Kind = kind.Key, Count = kind.LongCount() })
            .ToListAsync(cancel).ConfigureAwait(false);
        var known = db.Set<PrivacyAuditPerson>().IgnoreQueryFilters().Select(person => person.Pseudonym);
        var erased = await Records(db, scope).Where(record => record.Person != null && !known.Contains(record.Person))
            .Select(record => new { record.PersonKind, record.Person }).Distinct()
            .GroupBy(record => record.PersonKind!).Select(kind => new { Kind = kind.Key, Count = kind.LongCount() })
            .ToListAsync(cancel).ConfigureAwait(false);
        var unnamed = await Records(db, scope).Where(record => record.Person == null)
            .GroupBy(record => new { record.Entity, record.Way })
            .Select(group => new { group.Key.Entity, group.Key.Way, Records = group.LongCount(), Rows = group.Sum(record => (long)(record.Rows ?? 0)) })
            .OrderBy(access => access.Entity).ThenBy(access => access.Way).ToListAsync(cancel).ConfigureAwait(false);
        var fields = await Records(db, scope).Select(record => new { record.Entity, record.Fields }).Distinct()
            .ToListAsync(cancel).ConfigureAwait(false);
        var kinds = named.Select(kind => kind.Kind).Union(erased.Select(kind => kind.Kind), StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return Report(
            knownAt, now,
            [.. kinds.Select(kind => new BreachedPeople(
                kind, named.Find(one => one.Kind == kind)?.Count ?? 0, erased.Find(one => one.Kind == kind)?.Count ?? 0))],
            fields.SelectMany(record => record.Fields.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(field => (record.Entity, field)))
                .Where(field => scope.Has(field.Entity, field.field)),
            [.. unnamed.Select(access => new UnnamedAccess(access.Entity, access.Way, access.Records, access.Rows))]);
    }

    /// <summary>Those whom the trail names: a join, so that the database counts them.</summary>
    private static IQueryable<PrivacyAuditPerson> Named(DbContext db, BreachScope scope)
    {
        var pseudonyms = Records(db, scope).Select(record => record.Person);
        return db.Set<PrivacyAuditPerson>().IgnoreQueryFilters().AsNoTracking().Where(person => pseudonyms.Contains(person.Pseudonym));
    }

    private static IQueryable<PrivacyAuditRecord> Records(DbContext db, BreachScope scope)
    {
        var (from, until) = (scope.From!.Value, scope.Until!.Value);
        var records = db.Set<PrivacyAuditRecord>().IgnoreQueryFilters().AsNoTracking().Where(record =>
            record.At >= from && record.At < until
            && record.Action != AuditAction.Swept && record.Action != AuditAction.Erased && record.Action != AuditAction.Pruned);
        if (!scope.Entities.IsEmpty)
        {
            // A statement of which nobody can tell what it did may have read any of them.
            string[] entities = [.. scope.Entities, ""];
            records = records.Where(record => entities.Contains(record.Entity));
        }

        if (!scope.Fields.IsEmpty)
        {
            // The names of fields are whole words between commas.
            var names = scope.Fields.Select(field => $", {field[(field.IndexOf('.', StringComparison.Ordinal) + 1)..]},").Concat(scope.Fields.Select(field => $", {field},")).Distinct().ToArray();
            records = records.Where(record => names.Any(name => (", " + record.Fields + ",").Contains(name)) || record.Entity == "");
        }

        if (scope.Actor is { Kind: AuditActor.Process } process)
            return records.Where(record => record.ActorKind == AuditActor.Process && record.Actor == process.Id);
        if (scope.Actor is { } actor)
        {
            var names = AuditPeople.Of(db, actor.Kind, actor.Id).Select(person => person.Pseudonym);
            records = records.Where(record => names.Contains(record.Actor));
        }

        return records;
    }

    private IEnumerable<IGrouping<string, (AuditedRow Row, PersonWay Way)>> Parts(DbContext db, BreachScope scope) =>
        new AuditModel(db.Model, trail.Facts, everything: true).Rows
            .SelectMany(row => row.Parts.Where(part => part.Way is not null && part.Fields.Any(field => scope.Has(row.Type.ClrType.Name, field.Name)))
                .Select(part => (Row: row, Way: part.Way!)))
            .GroupBy(part => part.Way.Kind, StringComparer.Ordinal).OrderBy(kind => kind.Key, StringComparer.Ordinal);

    private BreachReport Report(
        DateTimeOffset knownAt, DateTimeOffset now, ImmutableArray<BreachedPeople> people,
        IEnumerable<(string Entity, string Field)> fields, ImmutableArray<UnnamedAccess> unnamed)
    {
        var data = fields.Distinct().Select(field => (field.Entity, field.Field, Categories: CategoriesOf(field.Entity, field.Field)))
            .Select(field => new BreachedData(field.Entity, field.Field, field.Categories, field.Categories.Any(BreachLaws.IsHighRisk)))
            .OrderBy(field => field.Entity, StringComparer.Ordinal).ThenBy(field => field.Field, StringComparer.Ordinal);
        return new(
            trail.Facts.Controller, knownAt, now, people, [.. data], unnamed, BreachLaws.Of(trail.Facts.Laws, knownAt, now),
            trail.Facts.BreachContact, trail.Facts.Officer);
    }

    private ImmutableArray<string> CategoriesOf(string entity, string field) =>
        trail.Facts.Entities.Where(one => one.Type.Name == entity).SelectMany(one => one.Fields)
            .FirstOrDefault(one => one.Name == field)?.Categories ?? [];
}
