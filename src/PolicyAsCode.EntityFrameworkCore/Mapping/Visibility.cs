using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Tells a query filter that says whose rows a context may see (another tenant's are not its own) from one that hides rows
/// which are deleted softly. An erasure sees hidden rows; a subject of another tenant does not exist for it.
/// </summary>
internal static class Visibility
{
    /// <summary>Those of the rows that the context may see: what compares a row with the context's own state still holds.</summary>
    public static IQueryable<TEntity> Within<TEntity>(DbContext db, IQueryable<TEntity> rows)
    {
        var row = Expression.Parameter(typeof(TEntity), "row");
        for (var type = db.Model.FindEntityType(typeof(TEntity)); type is not null; type = type.BaseType)
            foreach (var filter in type.GetDeclaredQueryFilters())
                if (filter.Expression is { } condition)
                    foreach (var part in Parts(condition.Body))
                        if (new Comparisons(condition.Parameters[0]).Are(part))
                            rows = rows.Where(Expression.Lambda<Func<TEntity, bool>>(
                                new Rebound(condition.Parameters[0], row, db).Visit(part), row));
        return rows;
    }

    private static IEnumerable<Expression> Parts(Expression condition) =>
        condition is BinaryExpression { NodeType: ExpressionType.AndAlso } both
            ? Parts(both.Left).Concat(Parts(both.Right))
            : [condition];

    /// <summary>Whether a condition compares something of the row with something of the context.</summary>
    private sealed class Comparisons(ParameterExpression row) : ExpressionVisitor
    {
        private bool _isOfRow;
        private bool _isOfContext;
        private bool _found;

        public bool Are(Expression condition)
        {
            Visit(condition);
            return _found;
        }

        protected override Expression VisitBinary(BinaryExpression node) =>
            node.NodeType is ExpressionType.Equal or ExpressionType.NotEqual ? Within(node, () => base.VisitBinary(node)) : base.VisitBinary(node);

        protected override Expression VisitMethodCall(MethodCallExpression node) => Within(node, () => base.VisitMethodCall(node));

        protected override Expression VisitParameter(ParameterExpression node)
        {
            _isOfRow |= node == row;
            return node;
        }

        protected override Expression VisitConstant(ConstantExpression node)
        {
            // What a lambda captures is a member of an object: the context, or the compiler's own.
            _isOfContext |= node.Value is not null && !node.Type.IsValueType && node.Type != typeof(string);
            return node;
        }

        private Expression Within(Expression node, Func<Expression> visit)
        {
            var (isOfRow, isOfContext) = (_isOfRow, _isOfContext);
            (_isOfRow, _isOfContext) = (false, false);
            visit();
            _found |= _isOfRow && _isOfContext;
            (_isOfRow, _isOfContext) = (_isOfRow || isOfRow, _isOfContext || isOfContext);
            return node;
        }
    }

    /// <summary>The filter's row becomes the query's, and the context that built the model becomes the one that asks.</summary>
    private sealed class Rebound(ParameterExpression from, ParameterExpression to, DbContext db) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;

        protected override Expression VisitConstant(ConstantExpression node) =>
            node.Value is DbContext && node.Type.IsInstanceOfType(db) ? Expression.Constant(db, node.Type) : node;
    }
}
