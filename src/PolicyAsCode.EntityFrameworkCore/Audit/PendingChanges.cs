using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Turns the changes of a save into records: one for each person, entity, action and set of fields.</summary>
internal static class PendingChanges
{
    public static List<AuditDraft> Drafts(AuditTrail trail, DbContext db, IEnumerable<PendingChange> changes)
    {
        var tracked = new TrackedRows(Tracked(db));
        var drafts = new List<AuditDraft>();
        foreach (var group in changes.GroupBy(change =>
            (change.Action, change.Way, change.Row, change.Fields, change.Part.Way, Spot: SpotOf(change))))
        {
            var (action, way, row, fields, towards, spot) = group.Key;
            var onwards = towards is not null && spot is { } known ? towards.OverTracked(db, known, tracked) : null;
            drafts.Add(trail.Draft(action, way, row.Name, fields) with
            {
                PersonKind = towards?.Kind,
                Towards = towards,
                Spot = onwards,
                Rows = way == AuditWay.Cascade ? null : group.Count(),
            });
        }

        return drafts;

        // The keys that the database makes are there by now.
        static PersonSpot? SpotOf(PendingChange change) => change.IsTemporary
            ? change.Part.Way!.From(property => change.Entry.Property(property.Name).CurrentValue)
            : change.Spot;
    }

    /// <summary>What is tracked, as it is: in the midst of a save nothing may be detected anew.</summary>
    private static List<EntityEntry> Tracked(DbContext db)
    {
        var before = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return [.. db.ChangeTracker.Entries()];
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = before;
        }
    }
}
