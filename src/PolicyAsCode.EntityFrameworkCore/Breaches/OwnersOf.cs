using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// The people of one kind, and of one hierarchy of records, whose rows lie in tables: one query over their own table, with the
/// ways to it inside.
/// </summary>
internal sealed class OwnersOf(DbContext db, IReadOnlyList<(AuditedRow Row, PersonWay Way)> parts)
{
    private static readonly MethodInfo s_rows = Method(nameof(Rows));
    private static readonly MethodInfo s_keys = Method(nameof(Keys));
    private static readonly MethodInfo s_within = Method(nameof(Within));
    private static readonly MethodInfo s_leading = Method(nameof(Leading));
    private static readonly MethodInfo s_nobodys = Method(nameof(NobodysInAsync));
    private static readonly MethodInfo s_text = Method(nameof(TextsAsync));
    private static readonly MethodInfo s_property = typeof(EF).GetMethod(nameof(EF.Property))!;

    public Task<long> CountAsync(CancellationToken cancel) =>
        (Task<long>)Method(nameof(LongCountAsync)).MakeGenericMethod(Root.ClrType).Invoke(this, [cancel])!;

    public IAsyncEnumerable<string> KeysAsync(CancellationToken cancel) =>
        (IAsyncEnumerable<string>)s_text.MakeGenericMethod(Root.ClrType).Invoke(this, [cancel])!;

    // Records that derive from one are people of one table: whoever is in it is told once.
    private IEntityType Root => parts[0].Way.Root.GetRootType();

    private Task<long> LongCountAsync<TRoot>(CancellationToken cancel)
        where TRoot : class =>
        Owners<TRoot>().LongCountAsync(cancel);

    private async IAsyncEnumerable<string> TextsAsync<TRoot>([EnumeratorCancellation] CancellationToken cancel)
        where TRoot : class
    {
        var row = Expression.Parameter(typeof(TRoot), "row");
        var key = Root.FindPrimaryKey()!.Properties;
        var columns = Expression.NewArrayInit(typeof(object), key.Select(property => Expression.Convert(Property(row, property), typeof(object))));
        var keys = Owners<TRoot>().Select(Expression.Lambda<Func<TRoot, object[]>>(columns, row));
        await foreach (var values in keys.AsAsyncEnumerable().WithCancellation(cancel).ConfigureAwait(false))
            yield return SubjectKey.Text(db, typeof(TRoot), values);
    }

    /// <summary>The rows of those who own anything in any of the tables.</summary>
    private IQueryable<TRoot> Owners<TRoot>()
        where TRoot : class
    {
        var owners = parts.Select(part => (IQueryable<TRoot>)OwnersIn(part.Row, part.Way)).ToList();
        // A person's own row is there once; of other tables, whoever is in any of them.
        return owners.Count == 1 ? owners[0] : owners.Aggregate((one, other) => one.Union(other));
    }

    private IQueryable OwnersIn(AuditedRow row, PersonWay way)
    {
        var at = (IQueryable)s_rows.MakeGenericMethod(row.Type.ClrType).Invoke(this, [])!;
        foreach (var (columns, principal, principalKey) in way.Steps)
        {
            if (columns.Count != 1)
                throw SeveralColumns(row, way);
            var from = columns[0];
            var keys = s_keys.MakeGenericMethod(at.ElementType, principalKey[0].ClrType).Invoke(null, [at, from])!;
            at = (IQueryable)s_within.MakeGenericMethod(principal.ClrType, principalKey[0].ClrType).Invoke(this, [keys, principalKey[0]])!;
        }

        if (way.Root == Root)
            return at;
        // The rows of what derives are asked for among those of what it derives from: a union needs rows of one type.
        var key = Root.FindPrimaryKey()!.Properties;
        if (key.Count != 1)
            throw new NotSupportedException(
                $"A {way.Kind} is one of several records under a key of several columns: count these people by a query of your own.");
        var own = s_keys.MakeGenericMethod(at.ElementType, key[0].ClrType).Invoke(null, [at, key[0]])!;
        return (IQueryable)s_within.MakeGenericMethod(Root.ClrType, key[0].ClrType).Invoke(this, [own, key[0]])!;
    }

    /// <summary>How many rows of a table lead to nobody by any of the ways.</summary>
    /// <param name="row">The entity.</param>
    /// <param name="except">What derives from it, and is counted by itself.</param>
    /// <param name="cancel">Stops.</param>
    public Task<long> NobodysAsync(AuditedRow row, IReadOnlyList<Type> except, CancellationToken cancel) =>
        (Task<long>)s_nobodys.MakeGenericMethod(row.Type.ClrType).Invoke(this, [except, cancel])!;

    private Task<long> NobodysInAsync<TEntity>(IReadOnlyList<Type> except, CancellationToken cancel)
        where TEntity : class
    {
        var rows = Rows<TEntity>();
        var one = Expression.Parameter(typeof(TEntity), "row");
        foreach (var derived in except)
            rows = rows.Where(Expression.Lambda<Func<TEntity, bool>>(Expression.Not(Expression.TypeIs(one, derived)), one));
        foreach (var (row, way) in parts)
        {
            var steps = way.Steps.ToList();
            if (steps.Count == 0)
                return Task.FromResult(0L);
            if (steps.Exists(step => step.Columns.Count != 1))
                throw SeveralColumns(row, way);
            rows = (IQueryable<TEntity>)s_leading.MakeGenericMethod(typeof(TEntity), steps[0].PrincipalKey[0].ClrType)
                .Invoke(null, [rows, LeadingKeys(steps, 0), steps[0].Columns[0], false])!;
        }

        return rows.LongCountAsync(cancel);
    }

    /// <summary>The keys of those rows at a step from which the way leads on to somebody.</summary>
    private IQueryable LeadingKeys(
        List<(IReadOnlyList<IProperty> Columns, IEntityType Principal, IReadOnlyList<IProperty> PrincipalKey)> steps, int at)
    {
        var (_, principal, key) = steps[at];
        var rows = s_rows.MakeGenericMethod(principal.ClrType).Invoke(this, [])!;
        if (at + 1 < steps.Count)
            rows = s_leading.MakeGenericMethod(principal.ClrType, steps[at + 1].PrincipalKey[0].ClrType)
                .Invoke(null, [rows, LeadingKeys(steps, at + 1), steps[at + 1].Columns[0], true])!;
        return (IQueryable)s_keys.MakeGenericMethod(principal.ClrType, key[0].ClrType).Invoke(null, [rows, key[0]])!;
    }

    /// <summary>The rows whose column is one of some keys, or none of them.</summary>
    private static IQueryable<TEntity> Leading<TEntity, TKey>(IQueryable<TEntity> rows, IQueryable<TKey> keys, IProperty column, bool leads)
    {
        var row = Expression.Parameter(typeof(TEntity), "row");
        Expression within = Expression.Call(
            typeof(Queryable), nameof(Queryable.Contains), [typeof(TKey)], keys.Expression, Expression.Convert(Property(row, column), typeof(TKey)));
        if (column.IsNullable)
            within = Expression.AndAlso(Expression.NotEqual(Property(row, column), Expression.Constant(null, column.ClrType)), within);
        return rows.Where(Expression.Lambda<Func<TEntity, bool>>(leads ? within : Expression.Not(within), row));
    }

    private IQueryable<TEntity> Rows<TEntity>()
        where TEntity : class =>
        db.Set<TEntity>().IgnoreQueryFilters().IgnoreAutoIncludes().AsNoTracking();

    private static IQueryable<TKey> Keys<TEntity, TKey>(IQueryable<TEntity> rows, IProperty column)
    {
        var row = Expression.Parameter(typeof(TEntity), "row");
        if (column.IsNullable)
            rows = rows.Where(Expression.Lambda<Func<TEntity, bool>>(
                Expression.NotEqual(Property(row, column), Expression.Constant(null, column.ClrType)), row));
        return rows.Select(Expression.Lambda<Func<TEntity, TKey>>(Expression.Convert(Property(row, column), typeof(TKey)), row));
    }

    private IQueryable<TEntity> Within<TEntity, TKey>(IQueryable<TKey> keys, IProperty key)
        where TEntity : class
    {
        var row = Expression.Parameter(typeof(TEntity), "row");
        var contains = Expression.Call(typeof(Queryable), nameof(Queryable.Contains), [typeof(TKey)], keys.Expression, Property(row, key));
        return Rows<TEntity>().Where(Expression.Lambda<Func<TEntity, bool>>(contains, row));
    }

    private static NotSupportedException SeveralColumns(AuditedRow row, PersonWay way) =>
        new($"{row.Name} leads to its {way.Kind} over a key of several columns: count its people by a query of your own.");

    private static MethodCallExpression Property(ParameterExpression row, IProperty property) =>
        Expression.Call(s_property.MakeGenericMethod(property.ClrType), row, Expression.Constant(property.Name));

    private static MethodInfo Method(string name) =>
        typeof(OwnersOf).GetMethod(name, BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic)!;
}
