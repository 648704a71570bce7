using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Tells a query filter that says whose rows a context may see (another tenant's are not its own) from one that hides rows
/// which are deleted softly. An erasure sees hidden rows; a subject of another tenant does not exist for it. What can be
/// either is refused.
/// </summary>
internal static class Visibility
{
    /// <summary>Those of the rows that the context may see: what compares a row with something from outside still holds.</summary>
    /// <exception cref="NotSupportedException">Nobody can tell what a filter is for.</exception>
    public static IQueryable<TEntity> Within<TEntity>(DbContext db, IQueryable<TEntity> rows)
    {
        var row = Expression.Parameter(typeof(TEntity), "row");
        for (var type = db.Model.FindEntityType(typeof(TEntity)); type is not null; type = type.BaseType)
            foreach (var filter in type.GetDeclaredQueryFilters())
                if (filter.Expression is { } condition)
                    foreach (var part in Parts(condition.Body))
                    {
                        var comparisons = Comparisons.In(part, condition.Parameters[0]);
                        if (comparisons.AreEqualities)
                            rows = rows.Where(Expression.Lambda<Func<TEntity, bool>>(
                                new Rebound(condition.Parameters[0], row, db).Visit(part), row));
                        else if (comparisons.Undecided is { } undecided)
                            throw new NotSupportedException(
                                $"The query filter {(filter.Key is { } name ? $"'{name}' " : "")}of {type.ClrType.Name} asks '{undecided}'. Whether that says whose rows "
                                + "the context may see, or hides rows that are still there, cannot be told, so that nothing is erased. "
                                + "Compare the row with what is from outside by equality, or by Contains, where it is about whose rows they are.");
                    }

        return rows;
    }

    /// <summary>Whether no filter says whose rows the context may see: then it sees all of them.</summary>
    public static bool IsUnfiltered<TEntity>(DbContext db)
    {
        for (var type = db.Model.FindEntityType(typeof(TEntity)); type is not null; type = type.BaseType)
            if (type.GetDeclaredQueryFilters().Count > 0)
                return false;
        return true;
    }

    private static IEnumerable<Expression> Parts(Expression condition) =>
        condition is BinaryExpression { NodeType: ExpressionType.AndAlso } both
            ? Parts(both.Left).Concat(Parts(both.Right))
            : [condition];

    /// <summary>How a condition compares something of the row with something from outside: the context, what a lambda captured, a static.</summary>
    private sealed class Comparisons(ParameterExpression row) : ExpressionVisitor
    {
        private bool _isOfRow;
        private bool _isFromOutside;

        /// <summary>Whether it asks, anywhere, that one is the other, or among the others.</summary>
        public bool AreEqualities { get; private set; }

        /// <summary>What it asks otherwise; null where it does not. Time passes for everybody: what is compared with it is hidden.</summary>
        public Expression? Undecided { get; private set; }

        public static Comparisons In(Expression condition, ParameterExpression row)
        {
            var comparisons = new Comparisons(row);
            comparisons.Visit(condition);
            return comparisons;
        }

        protected override Expression VisitBinary(BinaryExpression node)
        {
            switch (node.NodeType)
            {
                case ExpressionType.Equal or ExpressionType.NotEqual:
                    AreEqualities |= Meets(() => base.VisitBinary(node));
                    return node;
                case ExpressionType.LessThan or ExpressionType.LessThanOrEqual or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual:
                    if (Meets(() => base.VisitBinary(node)) && !IsTime(node.Left.Type))
                        Undecided ??= node;
                    return node;
                default:
                    return base.VisitBinary(node);
            }
        }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            var (isOfRow, isFromOutside) = (false, false);
            AreEqualities |= Meets(() =>
            {
                base.VisitMethodCall(node);
                (isOfRow, isFromOutside) = (_isOfRow, _isFromOutside);
            });
            // What a method of the application gives, asked for nothing of the row: Tenant.Current().
            _isFromOutside |= !isOfRow && !isFromOutside && node.Object is null && !IsRuntime(node.Method);
            return node;
        }

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression is not null)
                return base.VisitMember(node);
            // Guid.Empty is a literal; the time passes for everybody.
            _isFromOutside |= !(IsRuntime(node.Member) && (node.Member is FieldInfo { IsInitOnly: true } || IsTime(node.Type)));
            return node;
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            _isOfRow |= node == row;
            return node;
        }

        protected override Expression VisitConstant(ConstantExpression node)
        {
            // What a lambda captures is a member of an object: the context, or the compiler's own.
            _isFromOutside |= node.Value is not null && !node.Type.IsValueType && node.Type != typeof(string);
            return node;
        }

        /// <summary>Whether something of the row and something from outside meet below a node.</summary>
        private bool Meets(Action visit)
        {
            var (isOfRow, isFromOutside) = (_isOfRow, _isFromOutside);
            (_isOfRow, _isFromOutside) = (false, false);
            visit();
            var meet = _isOfRow && _isFromOutside;
            (_isOfRow, _isFromOutside) = (_isOfRow || isOfRow, _isFromOutside || isFromOutside);
            return meet;
        }

        private static bool IsRuntime(MemberInfo member) => member.DeclaringType?.Assembly == typeof(object).Assembly
            || member.DeclaringType == typeof(EF);

        private static bool IsTime(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var plain
            && (plain == typeof(DateTime) || plain == typeof(DateTimeOffset) || plain == typeof(DateOnly) || plain == typeof(TimeOnly));
    }

    /// <summary>The filter's row becomes the query's, and the context that built the model becomes the one that asks.</summary>
    private sealed class Rebound(ParameterExpression from, ParameterExpression to, DbContext db) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;

        protected override Expression VisitConstant(ConstantExpression node) =>
            node.Value is DbContext && node.Type.IsInstanceOfType(db) ? Expression.Constant(db, node.Type) : node;
    }
}
