using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Rows that belong to whom another row belongs to: the lines of an order. Where the order is given to somebody else they
/// are sealed anew with it; under the former person's key they would be lost when that person is erased, and stay
/// readable when the new one is.
/// </summary>
internal sealed class SealedDependents
{
    private static readonly ConditionalWeakTable<IModel, SealedDependents> s_known = [];
    private static readonly MethodInfo s_query =
        typeof(SealedDependents).GetMethod(nameof(Query), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly ILookup<IEntityType, Way> _ways;

    private SealedDependents(IModel model) =>
        _ways = model.GetEntityTypes().Where(entity => !entity.IsOwned() && SealedProperties.Of(entity).IsAny)
            .SelectMany(WaysOf).ToLookup(way => way.Over);

    /// <summary>Loads what belongs to the new person of each row that was given to somebody else.</summary>
    public static async ValueTask<IReadOnlySet<object>> LoadAsync(DbContext db, bool isAsync, CancellationToken cancel)
    {
        var known = s_known.GetValue(db.Model, static model => new(model));
        var moved = new HashSet<object>(ReferenceEqualityComparer.Instance);
        if (known._ways.Count == 0)
            return moved;
        foreach (var row in db.ChangeTracker.Entries().Where(row => row.State == EntityState.Modified).ToList())
            for (var type = row.Metadata; type is not null; type = type.BaseType)
                foreach (var way in known._ways[type].Where(way => way.By.Any(property => row.Property(property.Name).IsModified)))
                {
                    var rows = (IQueryable<object>)s_query.MakeGenericMethod(way.From.ClrType).Invoke(null, [db, way, row])!;
                    moved.UnionWith(isAsync ? await rows.ToListAsync(cancel).ConfigureAwait(false) : [.. rows]);
                }

        return moved;
    }

    /// <summary>The rows that a path of the subject crosses, and by which of their properties it goes on.</summary>
    private static IEnumerable<Way> WaysOf(IEntityType entity)
    {
        var path = SealedProperties.Of(entity).Subject!;
        var at = entity;
        for (var step = 0; step < path.Navigations.Count; step++)
        {
            at = at.FindNavigation(path.Navigations[step])!.TargetEntityType;
            yield return new(
                entity, [.. path.Navigations.Take(step + 1)], at,
                step + 1 < path.Navigations.Count
                    ? at.FindNavigation(path.Navigations[step + 1])!.ForeignKey.Properties
                    : [at.FindProperty(path.Property)!]);
        }
    }

    private static IQueryable<object> Query<TEntity>(DbContext db, Way way, EntityEntry over)
        where TEntity : class
    {
        var row = Expression.Parameter(typeof(TEntity), "row");
        var at = way.Steps.Aggregate((Expression)row, Expression.PropertyOrField);
        var same = way.Over.FindPrimaryKey()!.Properties.Select(key => (Expression)Expression.Equal(
                Expression.Call(typeof(EF), nameof(EF.Property), [key.ClrType], at, Expression.Constant(key.Name)),
                Expression.Constant(over.Property(key.Name).CurrentValue, key.ClrType)))
            .Aggregate(Expression.AndAlso);
        // Hidden rows are somebody's too.
        return db.Set<TEntity>().IgnoreQueryFilters().AsTracking().Where(Expression.Lambda<Func<TEntity, bool>>(same, row));
    }

    private sealed record Way(IEntityType From, IReadOnlyList<string> Steps, IEntityType Over, IReadOnlyList<IProperty> By);
}
