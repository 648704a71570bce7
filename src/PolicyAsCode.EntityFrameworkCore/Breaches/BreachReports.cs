using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

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
                await CheckActorAsync(db, scope, cancel).ConfigureAwait(false);
                var named = Named(db, scope).Select(person => new { person.Kind, person.SubjectId }).Distinct()
                    .OrderBy(person => person.Kind).ThenBy(person => person.SubjectId);
                await foreach (var person in named.AsAsyncEnumerable().WithCancellation(cancel).ConfigureAwait(false))
                    yield return new(person.Kind, person.SubjectId);
                yield break;
            }

            foreach (var kind in Parts(db, scope))
                await foreach (var key in new OwnersOf(db, [.. kind]).KeysAsync(cancel).ConfigureAwait(false))
                    yield return new(kind.Key.Kind, key);
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
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var kind in Parts(db, scope))
            counts[kind.Key.Kind] = counts.GetValueOrDefault(kind.Key.Kind)
                + await new OwnersOf(db, [.. kind]).CountAsync(cancel).ConfigureAwait(false);
        var data = trail.Facts.Entities.SelectMany(entity => entity.Fields.Where(field => scope.Has(entity.Type.Name, field.Name))
            .Select(field => (entity.Type.Name, field.Name)));
        return Report(knownAt, now, [.. counts.Select(kind => new BreachedPeople(kind.Key, kind.Value, 0))], data,
            await NobodysAsync(db, scope, cancel).ConfigureAwait(false));
    }

    /// <summary>Rows that are personal and lead to nobody: whose they are, only whoever knows what lies in them can tell.</summary>
    private async Task<ImmutableArray<UnnamedAccess>> NobodysAsync(DbContext db, BreachScope scope, CancellationToken cancel)
    {
        var unnamed = ImmutableArray.CreateBuilder<UnnamedAccess>();
        var rows = new AuditModel(db.Model, trail.Facts, everything: true).Rows.OrderBy(row => row.Name, StringComparer.Ordinal).ToList();
        foreach (var row in rows)
            foreach (var group in Within(row).GroupBy(part => part.Group))
            {
                // The rows of what derives from it are counted as what they are.
                var nearer = rows.Where(other => other != row && row.Type.IsAssignableFrom(other.Type)
                    && Within(other).Any(part => part.Group == group.Key)).Select(other => other.Type.ClrType);
                var ways = new OwnersOf(db, [.. group.Where(part => part.Way is not null).Select(part => (row, part.Way!))]);
                if (await ways.NobodysAsync(row, [.. nearer], cancel).ConfigureAwait(false) is > 0 and var count)
                    unnamed.Add(new(row.Name, AuditWay.Row, 0, count));
            }

        return unnamed.ToImmutable();

        IEnumerable<AuditedPart> Within(AuditedRow row) =>
            row.Parts.Where(part => part.Fields.Any(field => scope.Has(row.Type.ClrType.Name, field.Name)));
    }

    private async Task<BreachReport> ByTrailAsync(
        DbContext db, BreachScope scope, DateTimeOffset knownAt, DateTimeOffset now, CancellationToken cancel)
    {
        await CheckActorAsync(db, scope, cancel).ConfigureAwait(false);
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
        var fields = await Records(db, scope).Select(record => new { record.Entity, record.Fields, record.Action }).Distinct()
            .ToListAsync(cancel).ConfigureAwait(false);
        var kinds = named.Select(kind => kind.Kind).Union(erased.Select(kind => kind.Kind), StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return Report(
            knownAt, now,
            [.. kinds.Select(kind => new BreachedPeople(
                kind, named.Find(one => one.Kind == kind)?.Count ?? 0, erased.Find(one => one.Kind == kind)?.Count ?? 0))],
            fields.SelectMany(record => record.Action == AuditAction.Exported
                    ? FieldsOf(record.Entity)
                    : record.Fields.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(field => (record.Entity, field)))
                .Where(field => scope.Has(field.Item1, field.Item2)),
            [.. unnamed.Select(access => new UnnamedAccess(access.Entity, access.Way, access.Records, access.Rows))]);
    }

    /// <summary>What a copy of a kind of person's data can hold.</summary>
    private IEnumerable<(string Entity, string Field)> FieldsOf(string kind) => trail.Facts.Entities
        .Where(entity => entity.Subject == kind).SelectMany(entity => entity.Fields.Select(field => (entity.Type.Name, field.Name)));

    /// <summary>Nobody is let off by the spelling of a name.</summary>
    private static async Task CheckActorAsync(DbContext db, BreachScope scope, CancellationToken cancel)
    {
        if (scope.Actor is not { } actor)
            return;
        var isKnown = actor.Kind == AuditActor.Process
            ? await db.Set<PrivacyAuditRecord>().IgnoreQueryFilters()
                .AnyAsync(record => record.ActorKind == AuditActor.Process && record.Actor == actor.Id, cancel).ConfigureAwait(false)
            : await AuditPeople.Of(db, actor.Kind, actor.Id).AnyAsync(cancel).ConfigureAwait(false);
        if (!isKnown)
            throw new ArgumentException(
                $"The trail knows no {actor.Kind} '{actor.Id}': the key is another one, they have done nothing that is recorded, or were erased "
                + "since. That is no finding that nothing was accessed.", nameof(scope));
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
            && record.Action != AuditAction.Swept && record.Action != AuditAction.Pruned);
        // What a person asks for themselves is no breach; what somebody with another's account erases is.
        if (scope.Actor is null)
            records = records.Where(record => record.Action != AuditAction.Erased);
        if (!scope.Entities.IsEmpty)
        {
            // A statement of which nobody can tell what it did may have read any of them.
            string[] entities = [.. scope.Entities, ""];
            records = records.Where(record => entities.Contains(record.Entity)
                || record.Action == AuditAction.Exported || record.Action == AuditAction.Erased);
        }

        if (!scope.Fields.IsEmpty)
        {
            // The names of fields are whole words between commas.
            var names = scope.Fields.Select(field => $", {field[(field.IndexOf('.', StringComparison.Ordinal) + 1)..]},").Concat(scope.Fields.Select(field => $", {field},")).Distinct().ToArray();
            records = records.Where(record => names.Any(name => (", " + record.Fields + ",").Contains(name)) || record.Entity == ""
                || record.Action == AuditAction.Exported || record.Action == AuditAction.Erased);
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

    private IEnumerable<IGrouping<(string Kind, IEntityType Root), (AuditedRow Row, PersonWay Way)>> Parts(DbContext db, BreachScope scope) =>
        new AuditModel(db.Model, trail.Facts, everything: true).Rows
            .SelectMany(row => row.Parts.Where(part => part.Way is not null && part.Fields.Any(field => scope.Has(row.Type.ClrType.Name, field.Name)))
                .Select(part => (Row: row, Way: part.Way!)))
            .GroupBy(part => (part.Way.Kind, Root: part.Way.Root.GetRootType())).OrderBy(kind => kind.Key.Kind, StringComparer.Ordinal);

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
