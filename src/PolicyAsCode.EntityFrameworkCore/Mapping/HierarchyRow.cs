using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Rows of types that derive from one share their keys: whose row of the one type is not there may have one of another.</summary>
internal static class HierarchyRow
{
    private static readonly MethodInfo s_any =
        typeof(HierarchyRow).GetMethod(nameof(AnyAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    private static readonly MethodInfo s_property = typeof(EF).GetMethod(nameof(EF.Property))!;

    /// <summary>Whether a row of any type of an entity's hierarchy has a key; nothing is asked of one that derives from no other.</summary>
    /// <param name="db">The context.</param>
    /// <param name="entity">One of the hierarchy's types.</param>
    /// <param name="id">The key, as text.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task<bool> IsThereAsync(DbContext db, Type entity, string id, CancellationToken cancel)
    {
        if (db.Model.FindEntityType(entity) is not { BaseType: not null } type)
            return false;
        var root = type.GetRootType();
        return SubjectKey.Find(db, root.ClrType, id) is { } key
            && await ((Task<bool>)s_any.MakeGenericMethod(root.ClrType).Invoke(null, [db, root, key, cancel])!).ConfigureAwait(false);
    }

    private static Task<bool> AnyAsync<TRoot>(DbContext db, IEntityType root, object[] key, CancellationToken cancel)
        where TRoot : class
    {
        var row = Expression.Parameter(typeof(TRoot), "row");
        var isIt = root.FindPrimaryKey()!.Properties
            .Select((property, at) => Expression.Equal(
                Expression.Call(s_property.MakeGenericMethod(property.ClrType), row, Expression.Constant(property.Name)),
                Expression.Constant(key[at], property.ClrType)))
            .Aggregate(Expression.AndAlso);
        return db.Set<TRoot>().IgnoreQueryFilters().AnyAsync(Expression.Lambda<Func<TRoot, bool>>(isIt, row), cancel);
    }
}
