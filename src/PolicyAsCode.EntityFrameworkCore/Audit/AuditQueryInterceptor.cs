using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Finds the recorded fields that a query picks or writes, when it is compiled, and tags the query with them: rows that are
/// never made are seen by nobody else.
/// </summary>
internal sealed class AuditQueryInterceptor(AuditTrail trail) : IQueryExpressionInterceptor
{
    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        if (eventData.Context is not { } db)
            return queryExpression;
        var model = trail.ModelOf(db);
        return (Bulk(queryExpression, model) ?? Read(queryExpression, model, db))?.On(queryExpression) ?? queryExpression;
    }

    private static AuditTag? Read(Expression query, AuditModel model, DbContext db)
    {
        var found = new PickedFields(model);
        found.Visit(query);
        var sql = found.Sql.Select(text => SqlText.Read(db, model, text)).SelectMany(rows => rows);
        var fields = found.Fields.Concat(sql).GroupBy(pair => pair.Row).OrderBy(row => row.Key.Name, StringComparer.Ordinal)
            .Select(row => (row.Key.Name, AuditText.Fields(row.Select(pair => pair.Field.Name)))).ToList();
        return fields.Count == 0 ? null : new(AuditAction.Read, AuditWay.Projection, [.. fields]);
    }

    private static AuditTag? Bulk(Expression query, AuditModel model)
    {
        if (query is not MethodCallExpression { Arguments: [var source, ..] } call
            || call.Method.Name is not (nameof(EntityFrameworkQueryableExtensions.ExecuteDelete) or nameof(EntityFrameworkQueryableExtensions.ExecuteUpdate)))
            return null;
        var entity = call.Method.GetGenericArguments()[0];
        var isDelete = call.Method.Name == nameof(EntityFrameworkQueryableExtensions.ExecuteDelete);
        var set = isDelete ? null : new SetFields(model, source);
        set?.Visit(call.Arguments[1]);
        var fields = (isDelete ? model.Within(entity).SelectMany(row => row.Fields.Select(field => (Row: row, Field: field))) : set!.Fields)
            .GroupBy(pair => pair.Row.Name, StringComparer.Ordinal).OrderBy(row => row.Key, StringComparer.Ordinal)
            .Select(row => (row.Key, AuditText.Fields(row.Select(pair => pair.Field.Name)))).ToList();
        return fields.Count == 0 ? null : new(isDelete ? AuditAction.Deleted : AuditAction.Changed, AuditWay.Bulk, [.. fields]);
    }

    /// <summary>The fields that an <c>ExecuteUpdate</c> sets: those that its selectors name, not those that values are made of.</summary>
    private sealed class SetFields(AuditModel model, Expression source) : FieldVisitor(model)
    {
        private bool _isSelector;

        protected override Expression VisitNew(NewExpression node)
        {
            // A pair for each: what is set, and to what.
            if (node.Arguments.Count == 2 && Lambda(node.Arguments[0]) is { } selector)
            {
                _isSelector = true;
                Visit(selector.Body);
                _isSelector = false;
                return node;
            }

            return base.VisitNew(node);
        }

        protected override bool IsPicking => _isSelector;

        public override string ToString() => source.ToString();
    }

    /// <summary>The fields that a query picks: what only selects or orders rows leaves the database with nobody.</summary>
    private sealed class PickedFields(AuditModel model) : FieldVisitor(model)
    {
        private static readonly HashSet<string> s_selectors = new(StringComparer.Ordinal)
        {
            "selector", "resultSelector", "elementSelector", "collectionSelector",
        };

        private bool _isPicking;

        public List<string> Sql { get; } = [];

        protected override bool IsPicking => _isPicking;

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (Property(node))
                return node;
            var (before, isQuery, parameters) = (_isPicking, IsQuery(node), node.Method.GetParameters());
            Visit(node.Object);
            for (var at = 0; at < node.Arguments.Count; at++)
            {
                if (isQuery && Lambda(node.Arguments[at]) is not null)
                    _isPicking = s_selectors.Contains(parameters[at].Name!)
                        // What rows are grouped by is the key of each group.
                        || (parameters[at].Name == "keySelector" && node.Method.Name == nameof(Queryable.GroupBy));
                Visit(node.Arguments[at]);
                _isPicking = before;
            }

            return node;
        }

        protected override Expression VisitExtension(Expression node)
        {
            // A query of values over SQL by hand; one of entities makes rows, or picks fields of them.
#pragma warning disable EF1001 // There is no public name for it, and what its text reads must be known.
            if (node is Microsoft.EntityFrameworkCore.Query.Internal.SqlQueryRootExpression { Sql: var sql })
                Sql.Add(sql);
#pragma warning restore EF1001
            return node is QueryRootExpression ? node : base.VisitExtension(node);
        }

        private static bool IsQuery(MethodCallExpression call) =>
            call.Method.DeclaringType == typeof(Queryable) || call.Method.DeclaringType == typeof(Enumerable)
            || call.Method.DeclaringType == typeof(EntityFrameworkQueryableExtensions);
    }
}
