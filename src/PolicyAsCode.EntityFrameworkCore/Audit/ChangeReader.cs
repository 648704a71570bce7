using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Reads from the change tracker what a save will change of recorded fields, before it is saved.</summary>
internal sealed class ChangeReader(DbContext db, AuditModel model)
{
    private readonly List<EntityEntry> _entries = [.. db.ChangeTracker.Entries()];
    private readonly List<PendingChange> _changes = [];

    public IEnumerable<PendingChange> Read()
    {
        var tracked = new TrackedRows(_entries);
        var lost = new LostParts(_entries);
        foreach (var entry in _entries)
        {
            if (model.Of(entry.Metadata) is { } row)
                Read(entry, row, lost.Of(entry).ToList());
            if (entry.State == EntityState.Deleted && !entry.Metadata.IsOwned())
                Cascade(entry);
        }

        // Rows on the way to a person may be gone when the records are written: what is tracked is walked now.
        return _changes.Select(change => change.Spot is { } spot && change.Part.Way!.OverTracked(db, spot, tracked) is var onwards
            ? change with { Spot = onwards }
            : change);
    }

    private void Read(EntityEntry entry, AuditedRow row, List<string> lost)
    {
        var first = _changes.Count;
        switch (entry.State)
        {
            case EntityState.Added:
                foreach (var part in row.Parts)
                    Add(AuditAction.Created, part, Stored(part, isNew: true), isOriginal: false);
                break;
            case EntityState.Deleted:
                foreach (var part in row.Parts)
                    Add(AuditAction.Deleted, part, part.Fields.Select(field => field.Name), isOriginal: true);
                break;
            case EntityState.Modified or EntityState.Unchanged:
                foreach (var part in row.Parts)
                {
                    // A row that is given to somebody else was the one's and is the other's.
                    var isMoved = part.Way?.Start.Any(property => entry.Property(property.Name).IsModified) == true;
                    var changed = isMoved ? part.Fields.Select(field => field.Name) : Stored(part, isNew: false);
                    Add(AuditAction.Changed, part, changed, isOriginal: false);
                    if (isMoved)
                        Add(AuditAction.Changed, part, changed, isOriginal: true);
                }

                break;
        }

        if (row.Parts.Count > 1)
            DropNobodys(first);

        IEnumerable<string> Stored(AuditedPart part, bool isNew) => part.Fields
            .Where(field => IsStored(entry, field.Steps, isNew) || lost.Exists(prefix => field.Name.StartsWith(prefix + ".", StringComparison.Ordinal)))
            .Select(field => field.Name);

        void Add(AuditAction action, AuditedPart part, IEnumerable<string> fields, bool isOriginal)
        {
            if (AuditText.Fields(fields) is not { Length: > 0 } text)
                return;
            var isTemporary = !isOriginal && part.Way?.Start.Any(property => entry.Property(property.Name).IsTemporary) == true;
            var spot = isTemporary ? null : SpotOf(entry, part, isOriginal);
            _changes.Add(new(action, row, entry, part, text, spot, isTemporary));
        }
    }

    /// <summary>Of a row that leads to somebody by one way it is not recorded as well that it leads to nobody by another.</summary>
    private void DropNobodys(int first)
    {
        var all = _changes[first..];
        var dropped = all.Where((change, index) => IsNobodys(change) && all.Where((other, at) =>
            other.Part != change.Part && other.Part.Group is { } group && group == change.Part.Group && other.Action == change.Action
            && (!IsNobodys(other) || at < index)).Any()).ToHashSet(ReferenceEqualityComparer.Instance);
        if (dropped.Count > 0)
            _changes.RemoveAll(dropped.Contains);

        static bool IsNobodys(PendingChange change) => change is { Spot: null, IsTemporary: false };
    }

    private static PersonSpot? SpotOf(EntityEntry entry, AuditedPart part, bool isOriginal) => part.Way?.From(property =>
        isOriginal ? entry.Property(property.Name).OriginalValue : entry.Property(property.Name).CurrentValue);

    /// <summary>Whether a save writes the field: of a new row where it says something, of another where it has changed.</summary>
    private static bool IsStored(EntityEntry entry, ReadOnlySpan<string> steps, bool isNew)
    {
        var step = steps[0];
        if (steps.Length == 1)
            return entry.Metadata.FindProperty(step) is not null && IsStored(entry.Property(step), isNew || entry.State == EntityState.Added);
        if (entry.Metadata.FindComplexProperty(step) is { } complex)
            return complex.IsCollection
                ? isNew ? entry.ComplexCollection(step).CurrentValue is not null : entry.ComplexCollection(step).IsModified
                : IsStored(entry.ComplexProperty(step), steps[1..], isNew);
        if (entry.Metadata.FindNavigation(step) is not { } navigation)
            return false;
        foreach (var target in Targets(entry, navigation))
            if (IsStored(target, steps[1..], isNew))
                return true;
        return false;
    }

    private static bool IsStored(ComplexPropertyEntry entry, ReadOnlySpan<string> steps, bool isNew)
    {
        var step = steps[0];
        if (entry.CurrentValue is null)
            return !isNew && entry.IsModified;
        if (steps.Length == 1)
            return entry.Metadata.ComplexType.FindProperty(step) is not null && IsStored(entry.Property(step), isNew);
        return entry.Metadata.ComplexType.FindComplexProperty(step) is { IsCollection: false }
            ? IsStored(entry.ComplexProperty(step), steps[1..], isNew)
            : isNew || entry.IsModified;
    }

    private static bool IsStored(PropertyEntry property, bool isNew) => isNew ? property.CurrentValue is not null : property.IsModified;

    private static IEnumerable<EntityEntry> Targets(EntityEntry row, INavigation navigation)
    {
        if (!navigation.IsCollection)
            return row.Reference(navigation.Name).TargetEntry is { } one ? [one] : [];
        var collection = row.Collection(navigation.Name);
        return collection.CurrentValue is null
            ? []
            : collection.CurrentValue.Cast<object>().Select(item => collection.FindEntry(item)).OfType<EntityEntry>();
    }

    /// <summary>Rows that the database deletes by itself, because they hang on one that is deleted.</summary>
    private void Cascade(EntityEntry deleted)
    {
        var kept = model.Of(deleted.Metadata)?.Parts.FirstOrDefault(part => part.Way is not null);
        foreach (var row in model.CascadesFrom(deleted.Metadata))
            foreach (var group in row.Parts.GroupBy(part => part.Group))
            {
                // What hangs on a person's row is theirs, where it is of that kind of person at all, by whichever way.
                var isTheirs = kept is not null && group.Any(part => part.Way?.Kind == kept.Way!.Kind);
                var spot = isTheirs ? SpotOf(deleted, kept!, isOriginal: true) : null;
                _changes.Add(new(
                    AuditAction.Deleted, row, deleted, isTheirs ? kept! : group.First() with { Way = null },
                    AuditText.Fields(group.SelectMany(part => part.Fields).Select(field => field.Name).Distinct()), spot, IsTemporary: false)
                {
                    Way = AuditWay.Cascade,
                });
            }
    }
}
