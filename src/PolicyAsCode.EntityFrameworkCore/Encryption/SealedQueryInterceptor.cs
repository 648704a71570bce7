using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Refuses queries that the database would answer from sealed text, wrongly and without a word: comparing, ordering,
/// grouping, measuring. What is left: to select a property, and to ask whether it is null.
/// </summary>
internal sealed class SealedQueryInterceptor : IQueryExpressionInterceptor
{
    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        var encrypted = eventData.Context!.Model.GetEntityTypes()
            .SelectMany(entity => entity.GetDeclaredProperties().Where(property => property.GetValueConverter() is ISealedConverter))
            .ToLookup(property => property.Name, StringComparer.Ordinal);
        if (encrypted.Count > 0)
            new Visitor(encrypted).Visit(queryExpression);
        return queryExpression;
    }

    private sealed class Visitor(ILookup<string, IProperty> encrypted) : ExpressionVisitor
    {
        private static readonly HashSet<string> s_selecting = new(StringComparer.Ordinal)
        {
            nameof(Queryable.Select), nameof(EntityFrameworkQueryableExtensions.ExecuteUpdate), "ExecuteUpdateAsync", "SetProperty",
        };

        private readonly Stack<string> _calls = new();

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (IsEncrypted(node))
                throw Refuse(node);
            _calls.Push(node.Method.Name);
            try
            {
                return base.VisitMethodCall(node);
            }
            finally
            {
                _calls.Pop();
            }
        }

        protected override Expression VisitLambda<T>(Expression<T> node)
        {
            if (!_calls.TryPeek(out var call) || !s_selecting.Contains(call) || !Pass(node.Body))
                Visit(node.Body);
            return node;
        }

        protected override Expression VisitMember(MemberExpression node) =>
            IsEncrypted(node) ? throw Refuse(node) : base.VisitMember(node);

        protected override Expression VisitBinary(BinaryExpression node)
        {
            var isComparison = node.NodeType is ExpressionType.Equal or ExpressionType.NotEqual;
            if (isComparison && (IsNull(node.Right) && Pass(node.Left) || IsNull(node.Left) && Pass(node.Right)))
                return node;
            return base.VisitBinary(node);
        }

        protected override Expression VisitNew(NewExpression node)
        {
            foreach (var argument in node.Arguments)
                if (!Pass(argument))
                    Visit(argument);
            return node;
        }

        protected override MemberAssignment VisitMemberAssignment(MemberAssignment node) =>
            Pass(node.Expression) ? node : base.VisitMemberAssignment(node);

        protected override Expression VisitNewArray(NewArrayExpression node)
        {
            foreach (var item in node.Expressions)
                if (!Pass(item))
                    Visit(item);
            return node;
        }

        /// <summary>Passes over an encrypted property that is taken as it is; false if it is something else.</summary>
        private bool Pass(Expression node)
        {
            while (node is UnaryExpression { NodeType: ExpressionType.Convert } convert)
                node = convert.Operand;
            if (!IsEncrypted(node))
                return false;
            Visit(node is MemberExpression member ? member.Expression : ((MethodCallExpression)node).Arguments[0]);
            return true;
        }

        private bool IsEncrypted(Expression node) => node switch
        {
            MemberExpression { Expression: { } of } member => Find(member.Member.Name, of.Type) is not null,
            MethodCallExpression { Method.Name: nameof(EF.Property), Method.DeclaringType: var type, Arguments: [var of, var name] }
                when type == typeof(EF) && name is ConstantExpression { Value: string text } => Find(text, of.Type) is not null,
            _ => false,
        };

        private IProperty? Find(string name, Type of) => encrypted[name].FirstOrDefault(property =>
            of.IsAssignableFrom(property.DeclaringType.ClrType) && of != typeof(object)
            || property.DeclaringType.ClrType.IsAssignableFrom(of));

        private static bool IsNull(Expression node)
        {
            while (node is UnaryExpression { NodeType: ExpressionType.Convert } convert)
                node = convert.Operand;
            return node is ConstantExpression { Value: null } or DefaultExpression;
        }

        private static NotSealedException Refuse(Expression node) => new(
            node.ToString(),
            "the database cannot compare, order or compute what is sealed. Select it and go on in memory; to look rows up by "
            + "it, declare HasBlindIndex() and use WhereSealed().");
    }
}
