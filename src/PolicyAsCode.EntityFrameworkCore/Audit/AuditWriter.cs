using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Writes records into the transaction that is open: finds whose they are, and what they are called in the trail.</summary>
internal sealed class AuditWriter(DbContext db)
{
    public Task WriteAllAsync(IReadOnlyCollection<AuditDraft> drafts, CancellationToken cancel) =>
        db.Database.CurrentTransaction is not null
            ? WriteAsync(drafts, isAsync: true, cancel).AsTask()
            : db.Database.CreateExecutionStrategy().ExecuteInTransactionAsync(
                token => WriteAsync(drafts, isAsync: true, token).AsTask(),
                token => db.Set<PrivacyAuditRecord>().IgnoreQueryFilters().AnyAsync(record => record.Id == drafts.First().Id, token),
                cancel);

    public async ValueTask WriteAsync(IReadOnlyCollection<AuditDraft> drafts, bool isAsync, CancellationToken cancel)
    {
        using var silence = AuditSession.Of(db).Hush();
        var found = await new PersonFinder(db, isAsync, cancel).FindAsync(drafts).ConfigureAwait(false);
        var people = new AuditPeople(db, isAsync, cancel);
        var roots = PersonRoots.Of(db);
        // An erasure has deleted the person's row by now; what is written of them here it deletes itself.
        var erased = drafts.Where(draft => draft is { Action: AuditAction.Erased, Way: AuditWay.Generated, PersonId: not null })
            .Select(draft => (draft.PersonKind, AuditText.Key(draft.PersonId!))).ToHashSet();
        var mentioned = drafts.Where(draft => draft.Actor.Kind != AuditActor.Process)
            .Select(draft => new MentionedPerson(draft.Actor.Kind, draft.Actor.Id, draft.At, null, null))
            .Concat(found.Values)
            .Select(person => erased.Contains((person.Kind, person.Id)) ? person with { Way = null, Spot = null } : roots.Resolve(person));
        // Whoever has a row is asked for by it, whichever record mentions them first.
        var names = await people.NamesAsync([.. mentioned.GroupBy(person => (person.Kind, person.Id))
            .Select(same => same.FirstOrDefault(person => person.Way is not null) ?? same.First())]).ConfigureAwait(false);
        await db.InsertRowsAsync([.. drafts.Select(Record)], isAsync, cancel).ConfigureAwait(false);

        PrivacyAuditRecord Record(AuditDraft draft) => new()
        {
            Id = draft.Id,
            At = draft.At,
            Action = draft.Action,
            Way = draft.Way,
            ActorKind = draft.Actor.Kind,
            Actor = draft.Actor.Kind == AuditActor.Process
                ? draft.Actor.Id
                : names.GetValueOrDefault((draft.Actor.Kind, draft.Actor.Id)) ?? "",
            Purposes = draft.Purposes,
            Entity = draft.Entity,
            Fields = draft.Fields,
            PersonKind = draft.PersonKind,
            Person = found.TryGetValue(draft, out var person) ? names.GetValueOrDefault((person.Kind, person.Id)) : null,
            Rows = draft.Rows,
            Trace = draft.Trace,
            Detail = draft.Detail,
        };
    }
}

/// <summary>Somebody whom records mention.</summary>
/// <param name="Kind">The kind of person.</param>
/// <param name="Id">Their key as text.</param>
/// <param name="Since">When they are mentioned.</param>
/// <param name="Way">The way to their row, where they were found by one.</param>
/// <param name="Spot">Their row.</param>
internal sealed record MentionedPerson(string Kind, string Id, DateTimeOffset Since, PersonWay? Way, PersonSpot? Spot);
