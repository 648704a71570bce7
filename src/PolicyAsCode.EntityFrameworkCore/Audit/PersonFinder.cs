using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Finds whose rows are by queries over whole sets: one for each reference on the way that nothing has walked yet.</summary>
internal sealed class PersonFinder(DbContext db, bool isAsync, CancellationToken cancel)
{
    /// <summary>So many keys go with one query.</summary>
    private const int MaxKeys = 500;

    private static readonly MethodInfo s_rows =
        typeof(PersonFinder).GetMethod(nameof(RowsOfAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private static readonly MethodInfo s_property = typeof(EF).GetMethod(nameof(EF.Property))!;

    private static readonly MethodInfo s_contains = typeof(Enumerable).GetMethods()
        .Single(method => method.Name == nameof(Enumerable.Contains) && method.GetParameters().Length == 2);

    /// <summary>The people of those drafts that are somebody's.</summary>
    public async ValueTask<Dictionary<AuditDraft, MentionedPerson>> FindAsync(IEnumerable<AuditDraft> drafts)
    {
        var found = new Dictionary<AuditDraft, MentionedPerson>(ReferenceEqualityComparer.Instance);
        var open = new List<(AuditDraft Draft, PersonSpot Spot)>();
        foreach (var draft in drafts)
            if (draft is { PersonKind: { } kind, PersonId: { } id })
                found.Add(draft, new(kind, AuditText.Key(id), draft.At, null, null));
            else if (draft is { Towards: not null, Spot: { } spot })
                open.Add((draft, spot));
        while (open.Count > 0)
        {
            var next = new List<(AuditDraft, PersonSpot)>();
            foreach (var on in open.GroupBy(one => (one.Draft.Towards!, one.Spot.Hop, IsThere: one.Draft.Towards!.IsThere(one.Spot))))
            {
                var way = on.Key.Item1;
                if (on.Key.IsThere)
                {
                    foreach (var (draft, spot) in on)
                        found.Add(draft, new(way.Kind, AuditText.Key(way.Text(db, spot)!), draft.At, way, spot));
                    continue;
                }

                var first = on.First().Spot;
                var rows = await RowsAsync(
                    way.EntityAt(first), way.KeyAt(first), way.OnwardsAt(first), on.Select(one => one.Spot).Distinct()).ConfigureAwait(false);
                foreach (var (draft, spot) in on)
                    if (rows.TryGetValue(spot.Values, out var onwards) && PersonWay.Next(spot, onwards) is { } after)
                        next.Add((draft, after));
            }

            open = next;
        }

        return found;
    }

    /// <summary>Those whose row is there, and those of whom no row is known.</summary>
    public async ValueTask<HashSet<MentionedPerson>> WhoIsThereAsync(IEnumerable<MentionedPerson> people)
    {
        var there = new HashSet<MentionedPerson>();
        foreach (var kind in people.GroupBy(person => person.Way))
        {
            if (kind.Key is not { } way)
            {
                there.UnionWith(kind);
                continue;
            }

            var root = new PersonSpot(int.MaxValue - 1, []);
            var key = way.KeyAt(root);
            var rows = await RowsAsync(way.EntityAt(root), key, key, kind.Select(person => person.Spot!.Value)).ConfigureAwait(false);
            there.UnionWith(kind.Where(person => rows.ContainsKey(person.Spot!.Value.Values)));
        }

        return there;
    }

    private async ValueTask<Dictionary<object[], object?[]>> RowsAsync(
        IEntityType entity, IReadOnlyList<IProperty> key, IReadOnlyList<IProperty> wanted, IEnumerable<PersonSpot> spots)
    {
        var found = new Dictionary<object[], object?[]>(new ByValues());
        foreach (var some in spots.Select(spot => spot.Values).Chunk(key.Count == 1 ? MaxKeys : 1))
        {
            var rows = await ((ValueTask<List<object?[]>>)s_rows.MakeGenericMethod(entity.ClrType)
                .Invoke(this, [key, wanted, some])!).ConfigureAwait(false);
            foreach (var row in rows)
                found[row[..key.Count]!] = row[key.Count..];
        }

        return found;
    }

    private async ValueTask<List<object?[]>> RowsOfAsync<TEntity>(
        IReadOnlyList<IProperty> key, IReadOnlyList<IProperty> wanted, object[][] values)
        where TEntity : class
    {
        var row = Expression.Parameter(typeof(TEntity), "row");
        var condition = key.Count == 1
            ? OneOf(key[0], values.Select(value => value[0]))
            : key.Select((property, index) => (Expression)Expression.Equal(
                Property(property), Parameter(property.ClrType, values[0][index]))).Aggregate(Expression.AndAlso);
        var columns = Expression.NewArrayInit(
            typeof(object), key.Concat(wanted).Select(property => Expression.Convert(Property(property), typeof(object))));
        var query = db.Set<TEntity>().IgnoreQueryFilters().AsNoTracking()
            .Where(Expression.Lambda<Func<TEntity, bool>>(condition, row))
            .Select(Expression.Lambda<Func<TEntity, object?[]>>(columns, row));
        return isAsync ? await query.ToListAsync(cancel).ConfigureAwait(false) : query.ToList();

        Expression Property(IProperty property) =>
            Expression.Call(s_property.MakeGenericMethod(property.ClrType), row, Expression.Constant(property.Name));

        Expression OneOf(IProperty property, IEnumerable<object> all)
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(property.ClrType))!;
            foreach (var one in all)
                list.Add(one);
            return Expression.Call(
                s_contains.MakeGenericMethod(property.ClrType),
                Parameter(typeof(IEnumerable<>).MakeGenericType(property.ClrType), list), Property(property));
        }
    }

    // A member of an object becomes a parameter of the query, which is compiled once.
    private static Expression Parameter(Type type, object value) => Expression.Convert(
        Expression.Property(Expression.Constant(new Held(value)), nameof(Held.Value)), type);

    private sealed record Held(object Value);

    private sealed class ByValues : IEqualityComparer<object[]>
    {
        public bool Equals(object[]? x, object[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(object[] obj) => obj.Aggregate(0, HashCode.Combine);
    }
}
