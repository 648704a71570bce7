using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// The rows that a rule has still to change, taken batch by batch. Two things that a plain <c>Take</c> does not do:
/// the statement asks once more, of the row itself, what the choice asked of it, so that a row which another
/// transaction has changed since is left alone (PostgreSQL waits for that one and then looks at this condition only);
/// and a batch lies between two anchors, its oldest row's and its newest's, so that neither the choice nor the question
/// asked once more walks over all that was done before, or over all that is still to be done.
/// </summary>
internal sealed class RemainingRows<TEntity>(DbContext db, IOrderedQueryable<TEntity> rows)
{
    /// <summary>So many anchors are read at once, of several batches: each reading is a way to the database and back.</summary>
    private const int Ahead = 8_000;

    private readonly IEntityType? _type = db.Model.FindEntityType(typeof(TEntity));
    private readonly Parts _parts = Parts.Of(rows.Expression);
    private readonly List<object> _anchors = [];
    private int _at;
    private bool _isAll;
    private object? _oldest;
    private object? _newest;

    /// <summary>The property by which the rows are found, where it is a column of theirs that no index begins with; else null.</summary>
    public string? UnindexedAnchor =>
        _parts.Order is { Body: MemberExpression { Member: var member, Expression: ParameterExpression } }
        && _type?.FindProperty(member.Name) is { } property
        && !property.GetContainingIndexes().Any(index => index.Properties[0] == property)
        && !property.GetContainingKeys().Any(key => key.Properties[0] == property)
            ? property.Name
            : null;

    /// <summary>What the oldest row that is left is ordered by; null where that is not known.</summary>
    public object? Oldest => _oldest;

    /// <summary>Finds where the next so many rows lie; false where none is left.</summary>
    /// <param name="count">How many.</param>
    /// <param name="follows">Whether all of the last batch were changed: then this one begins where that one ended.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<bool> FindAsync(int count, bool follows, CancellationToken cancel)
    {
        if (_parts.Order is not { } order || !IsBound(order.ReturnType))
            return follows || await rows.AnyAsync(cancel).ConfigureAwait(false);

        // As an object, null says that there is none: what is ordered by lies before a cutoff, and so is not null.
        var boxed = Expression.Lambda<Func<TEntity, object?>>(
            Expression.Convert(order.Body, typeof(object)), order.Parameters);
        if (!follows || _at + count > _anchors.Count && !(_isAll && _at < _anchors.Count))
        {
            _newest = null;
            _anchors.Clear();
            _at = 0;
            var most = Math.Max(count, Ahead);
            await foreach (var anchor in Left.Select(boxed).Take(most).AsAsyncEnumerable().WithCancellation(cancel).ConfigureAwait(false))
                _anchors.Add(anchor!);
            _isAll = _anchors.Count < most;
            if (_anchors.Count == 0)
                return false;
        }

        _oldest = _anchors[_at];
        _at = Math.Min(_at + count, _anchors.Count);
        _newest = _anchors[_at - 1];
        return true;
    }

    /// <summary>The oldest so many of them.</summary>
    public IQueryable<TEntity> Take(int count)
    {
        // Its number is a parameter too: sizes that are measured would be another query each.
        var batch = rows.Provider.CreateQuery<TEntity>(Expression.Call(
            typeof(Queryable), nameof(Queryable.Take), [typeof(TEntity)], Left.Expression, Parameter(count, typeof(int))));
        if (_type?.FindPrimaryKey() is not { } key)
            return batch;
        // SQLite runs one writing statement at a time, and would read the whole table for a key of several columns.
        if (key.Properties.Count > 1 && db.Database.ProviderName?.EndsWith(".Sqlite", StringComparison.Ordinal) == true)
            return batch;

        var row = Expression.Parameter(typeof(TEntity), "row");
        var own = _parts.Conditions.Concat(Bounds).SelectMany(Conjuncts).Where(condition => IsOwn(condition.Body, condition.Parameters[0]))
            .Select(condition => new Replacement(condition.Parameters[0], row).Visit(condition.Body));
        var all = own.Append(Among(row, key.Properties, batch)).Aggregate(Expression.AndAlso);
        return rows.Provider.CreateQuery<TEntity>(Expression.Call(
            typeof(Queryable), nameof(Queryable.Where), [typeof(TEntity)], _parts.Root,
            Expression.Quote(Expression.Lambda<Func<TEntity, bool>>(all, row))));
    }

    private IQueryable<TEntity> Left => Bounds.Aggregate((IQueryable<TEntity>)rows, (query, bound) => query.Where(bound));

    private IEnumerable<Expression<Func<TEntity, bool>>> Bounds
    {
        get
        {
            if (_parts.Order is not { } order)
                yield break;
            if (_oldest is not null)
                yield return Where(Expression.GreaterThanOrEqual(order.Body, Parameter(_oldest, order.ReturnType)));
            if (_newest is not null)
                yield return Where(Expression.LessThanOrEqual(order.Body, Parameter(_newest, order.ReturnType)));

            Expression<Func<TEntity, bool>> Where(Expression body) => Expression.Lambda<Func<TEntity, bool>>(body, order.Parameters);
        }
    }

    /// <summary>A field of an object, as a captured variable is one: EF Core makes a parameter of it, not another query.</summary>
    private static UnaryExpression Parameter(object value, Type type) =>
        Expression.Convert(Expression.Field(Expression.Constant(new Bound { Value = value }), nameof(Bound.Value)), type);

    private static MethodCallExpression Among(
        ParameterExpression row, IReadOnlyList<IProperty> key, IQueryable<TEntity> batch)
    {
        var other = Expression.Parameter(typeof(TEntity), "other");
        if (key is [var single])
        {
            var keys = Expression.Call(
                typeof(Queryable), nameof(Queryable.Select), [typeof(TEntity), single.ClrType], batch.Expression,
                Expression.Quote(Expression.Lambda(Of(other, single), other)));
            return Expression.Call(typeof(Queryable), nameof(Queryable.Contains), [single.ClrType], keys, Of(row, single));
        }

        var same = key.Select(property => (Expression)Expression.Equal(Of(other, property), Of(row, property)))
            .Aggregate(Expression.AndAlso);
        return Expression.Call(
            typeof(Queryable), nameof(Queryable.Any), [typeof(TEntity)], batch.Expression,
            Expression.Quote(Expression.Lambda<Func<TEntity, bool>>(same, other)));
    }

    private static MethodCallExpression Of(Expression row, IProperty property) => Expression.Call(
        typeof(EF), nameof(EF.Property), [property.ClrType], row, Expression.Constant(property.Name));

    /// <summary>What orders the same in code as in the database, and compares by an operator.</summary>
    private static bool IsBound(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is var plain
        && (plain == typeof(DateTimeOffset) || plain == typeof(DateTime) || plain == typeof(DateOnly)
            || plain == typeof(int) || plain == typeof(long));

    private static IEnumerable<LambdaExpression> Conjuncts(LambdaExpression condition) =>
        condition.Body is BinaryExpression { NodeType: ExpressionType.AndAlso } both
            ? new[] { both.Left, both.Right }
                .SelectMany(side => Conjuncts(Expression.Lambda(side, condition.Parameters)))
            : [condition];

    private bool IsOwn(Expression condition, ParameterExpression row)
    {
        var check = new OwnColumns(row, _type!);
        check.Visit(condition);
        return check.Holds;
    }

    private sealed class Bound
    {
        public object? Value;
    }

    /// <summary>A query taken apart: the set it begins with, its conditions, and what it is ordered by first.</summary>
    private sealed record Parts(Expression Root, IReadOnlyList<LambdaExpression> Conditions, LambdaExpression? Order)
    {
        public static Parts Of(Expression query)
        {
            var conditions = new List<LambdaExpression>();
            LambdaExpression? order = null;
            while (query is MethodCallExpression { Method: var method, Arguments: [var source, UnaryExpression { Operand: LambdaExpression lambda }] }
                && method.DeclaringType == typeof(Queryable))
            {
                if (method.Name == nameof(Queryable.Where) && lambda.Parameters.Count == 1)
                    conditions.Insert(0, lambda);
                else if (method.Name == nameof(Queryable.OrderBy))
                    order = lambda;
                else if (method.Name != nameof(Queryable.ThenBy))
                    break;
                query = source;
            }

            return new(query, conditions, order);
        }
    }

    /// <summary>Whether a condition asks for nothing but columns of the row itself, and values from outside.</summary>
    private sealed class OwnColumns(ParameterExpression row, IEntityType type) : ExpressionVisitor
    {
        public bool Holds { get; private set; } = true;

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression == row)
                Holds &= type.FindProperty(node.Member.Name) is not null;
            else
                base.VisitMember(node);
            return node;
        }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (node.Method.DeclaringType != typeof(EF) || node.Arguments[0] != row)
                Holds = false;
            return node;
        }

        // The row as a whole, compared or handed on.
        protected override Expression VisitParameter(ParameterExpression node)
        {
            Holds = false;
            return node;
        }
    }

    private sealed class Replacement(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
