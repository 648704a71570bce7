using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Seals what is about to be stored under the key of each row's person. Entities keep what they say: the value gets an
/// object of its own, by which the converter knows what was sealed for it. What has not changed is not sealed again.
/// </summary>
internal sealed class SealingInterceptor : SaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbContext, List<(SealedColumn Column, object Value)>> _pending = [];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        // Nothing in it is asynchronous then.
        SealAsync(eventData.Context!, isAsync: false, default).AsTask().GetAwaiter().GetResult();
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await SealAsync(eventData.Context!, isAsync: true, cancellationToken).ConfigureAwait(false);
        return result;
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        Forget(eventData.Context);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        new(SavedChanges(eventData, result));

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => Forget(eventData.Context);

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(eventData.Context);
        return Task.CompletedTask;
    }

    public override void SaveChangesCanceled(DbContextEventData eventData) => Forget(eventData.Context);

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(eventData.Context);
        return Task.CompletedTask;
    }

    private async ValueTask SealAsync(DbContext db, bool isAsync, CancellationToken cancel)
    {
        Forget(db);
        var dependents = await SealedDependents.LoadAsync(db, isAsync, cancel).ConfigureAwait(false);
        var pending = _pending.GetOrCreateValue(db);
        foreach (var row in db.ChangeTracker.Entries().ToList())
        {
            var properties = SealedProperties.Of(row.Metadata);
            // What is owned comes with its owner, who knows whose it is.
            if (!properties.IsAny || row.Metadata.IsOwned() || row.State is EntityState.Deleted or EntityState.Detached)
                continue;
            var isMoved = properties.Subject!.HasChanged(row) || dependents.Contains(row.Entity);
            if (Values(row, isMoved).ToList() is not { Count: > 0 } values)
                continue;
            var subject = await properties.Subject.OfAsync(row, isAsync, cancel).ConfigureAwait(false);
            if (subject is null && values.TrueForAll(value => !value.IsModified && value.EntityEntry.State != EntityState.Added))
                continue;
            if (subject is null)
                throw new InvalidOperationException(
                    $"{row.Metadata.ShortName()} names no {properties.Subject.Kind}: there is no key to seal "
                    + $"{values[0].Metadata.Name} under. It was not saved.");
            foreach (var value in values)
                Seal(value, subject, pending);
        }
    }

    /// <summary>All encrypted values of a row, and of what it owns, that say something.</summary>
    public static IEnumerable<PropertyEntry> All(EntityEntry row) => Values(row, isMoved: true);

    /// <summary>The values of a row, and of what it owns, that are about to be stored and say something.</summary>
    private static IEnumerable<PropertyEntry> Values(EntityEntry row, bool isMoved)
    {
        var properties = SealedProperties.Of(row.Metadata);
        if (row.State is not (EntityState.Deleted or EntityState.Detached))
            foreach (var property in properties.Own)
            {
                var value = row.Property(property.Name);
                if ((isMoved || row.State == EntityState.Added || value.IsModified)
                    && value.CurrentValue is string { Length: > 0 } or byte[] { Length: > 0 })
                    yield return value;
            }

        foreach (var navigation in properties.Owned)
            foreach (var owned in Targets(row, navigation.Name, navigation.IsCollection))
                foreach (var value in Values(owned, isMoved))
                    yield return value;
    }

    private static IEnumerable<EntityEntry> Targets(EntityEntry row, string navigation, bool isCollection)
    {
        if (!isCollection)
            return row.Reference(navigation).TargetEntry is { } one ? [one] : [];
        var collection = row.Collection(navigation);
        return collection.CurrentValue is null
            ? []
            : collection.CurrentValue.Cast<object>().Select(item => collection.FindEntry(item)).OfType<EntityEntry>();
    }

    private static void Seal(PropertyEntry value, PrivacySubject subject, List<(SealedColumn, object)> pending)
    {
        var column = SealedProperties.Column(value.Metadata);
        var current = value.CurrentValue!;
        // EF Core leaves an equal value where it is: something else is set in between. The literals of a program and
        // what two rows share are not ours to note.
        var text = current as string;
        object own = text is not null ? new string(text.AsSpan()) : ((byte[])current).Clone();
        value.CurrentValue = text is not null ? text + "\0" : Array.Empty<byte>();
        value.CurrentValue = own;
        if (value.EntityEntry.State != EntityState.Added)
            value.IsModified = true;
        column.Seal(own, subject);
        pending.Add((column, own));
    }

    private void Forget(DbContext? db)
    {
        if (db is null || !_pending.TryGetValue(db, out var pending))
            return;
        foreach (var (column, value) in pending)
            column.Forget(value);
        pending.Clear();
    }
}
