using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>The objects that a save takes out of rows which stay.</summary>
internal sealed class LostParts
{
    private readonly HashSet<(IEntityType Part, PersonSpot Owner)> _lost;

    public LostParts(IEnumerable<EntityEntry> entries) => _lost =
    [
        .. from part in entries
           where part.State == EntityState.Deleted && part.Metadata.FindOwnership() is not null
           select (part.Metadata, Key(part, part.Metadata.FindOwnership()!.Properties)),
    ];

    /// <summary>The names of those that a row loses.</summary>
    public IEnumerable<string> Of(EntityEntry row)
    {
        if (_lost.Count == 0 || row.State is EntityState.Added or EntityState.Deleted or EntityState.Detached)
            yield break;
        foreach (var navigation in row.Metadata.GetNavigations().Where(one => one.ForeignKey.IsOwnership && !one.IsOnDependent))
            if (_lost.Contains((navigation.TargetEntityType, Key(row, navigation.ForeignKey.PrincipalKey.Properties))))
                yield return navigation.Name;
    }

    // A key of nothing is the key of nobody else's part.
    private static PersonSpot Key(EntityEntry entry, IEnumerable<IProperty> key) =>
        new(0, [.. key.Select(property => entry.Property(property.Name).OriginalValue ?? entry)]);
}
