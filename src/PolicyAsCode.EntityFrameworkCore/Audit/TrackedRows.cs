using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What a context tracks, by key: made once for a save, and for each key that is asked for.</summary>
internal sealed class TrackedRows(IEnumerable<EntityEntry> entries)
{
    private readonly ILookup<IEntityType, EntityEntry> _rows = entries.ToLookup(entry => entry.Metadata);
    private readonly Dictionary<(IEntityType Entity, string Key), Dictionary<PersonSpot, EntityEntry>> _byKey = [];

    public IEnumerable<EntityEntry> Of(IEntityType entity) => _rows[entity];

    /// <summary>The row with these values; null where none is tracked.</summary>
    public EntityEntry? Find(IEntityType entity, IReadOnlyList<IProperty> key, object[] values)
    {
        var name = string.Join(',', key.Select(property => property.Name));
        if (!_byKey.TryGetValue((entity, name), out var rows))
        {
            _byKey[(entity, name)] = rows = [];
            foreach (var entry in _rows[entity])
                if (key.Select(property => entry.Property(property.Name).CurrentValue).ToArray() is var own && Array.TrueForAll(own, value => value is not null))
                    rows.TryAdd(new(0, own!), entry);
        }

        return rows.GetValueOrDefault(new(0, values));
    }
}
