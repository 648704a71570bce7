using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What of an entity is encrypted, and where in it others are owned that may be.</summary>
internal sealed class SealedProperties
{
    private static readonly ConditionalWeakTable<IEntityType, SealedProperties> s_known = [];

    private SealedProperties(IEntityType entity)
    {
        Subject = SubjectPath.Of(entity);
        Own = [.. entity.GetProperties().Where(property => property.GetValueConverter() is ISealedConverter)];
        Owned = [.. entity.GetNavigations().Where(navigation =>
            navigation.ForeignKey.IsOwnership && !navigation.IsOnDependent && Of(navigation.TargetEntityType).IsAny)];
    }

    public SubjectPath? Subject { get; }

    public IReadOnlyList<IProperty> Own { get; }

    public IReadOnlyList<INavigation> Owned { get; }

    public bool IsAny => Own.Count > 0 || Owned.Count > 0;

    public static SealedProperties Of(IEntityType entity) => s_known.GetValue(entity, static one => new(one));

    public static SealedColumn Column(IReadOnlyProperty property) => ((ISealedConverter)property.GetValueConverter()!).Column;
}
