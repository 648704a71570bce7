using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Refuses queries that the database would answer from sealed text, wrongly and without a word: comparing, ordering,
/// grouping, measuring. What is left: to select a property, and to ask whether it is null. What was selected is followed
/// through the rest of the query: it stays sealed under its new name.
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
        private static readonly HashSet<string> s_updating = new(StringComparer.Ordinal)
        {
            nameof(EntityFrameworkQueryableExtensions.ExecuteUpdate), "ExecuteUpdateAsync", "SetProperty",
        };

        private static readonly HashSet<string> s_selectors = new(StringComparer.Ordinal)
        {
            "resultSelector", "elementSelector", "collectionSelector",
        };

        /// <summary>They compare whole elements where they are told nothing else.</summary>
        private static readonly HashSet<string> s_comparing = new(StringComparer.Ordinal)
        {
            nameof(Queryable.Distinct), nameof(Queryable.Union), nameof(Queryable.Except), nameof(Queryable.Intersect),
            nameof(Queryable.Contains), nameof(Queryable.Order), nameof(Queryable.OrderDescending), nameof(Queryable.Min),
            nameof(Queryable.Max),
        };

        private readonly Dictionary<ParameterExpression, Content> _parameters = [];
        private readonly HashSet<MemberInfo> _members = [];
        private bool _isSelecting;

        /// <summary>What an element of a query is, or a part of it.</summary>
        private enum Content
        {
            /// <summary>Nothing sealed, or a row, which the database knows by its key.</summary>
            Other,

            /// <summary>A sealed value.</summary>
            Sealed,

            /// <summary>An object that was made in the query and holds a sealed value.</summary>
            Holding,
        }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (IsEncrypted(node))
                throw Refuse(node);
            Visit(node.Object);
            var (before, isQuery, parameters) = (_isSelecting, IsQuery(node), node.Method.GetParameters());
            // From the first one on: what the source selects is known when the lambdas are looked at.
            for (var at = 0; at < node.Arguments.Count; at++)
            {
                var argument = node.Arguments[at];
                var lambda = Lambda(argument);
                if (isQuery && lambda is not null)
                    Follow(node, lambda, parameters[at].Name!);
                _isSelecting = s_updating.Contains(node.Method.Name)
                    || isQuery && lambda is not null && IsSelector(node.Method.Name, parameters[at].Name!);
                // A group is counted; whoever compares it is found below.
                if (!(isQuery && argument is ParameterExpression))
                    Visit(argument);
            }

            _isSelecting = before;
            if (isQuery && s_comparing.Contains(node.Method.Name) && node.Arguments.All(argument => Lambda(argument) is null)
                && node.Arguments.Any(argument => Elements(argument) != Content.Other))
                throw Refuse(node);
            return node;
        }

        protected override Expression VisitLambda<T>(Expression<T> node)
        {
            if (!_isSelecting || !Pass(node.Body))
                Visit(node.Body);
            return node;
        }

        protected override Expression VisitParameter(ParameterExpression node) => _parameters.GetValueOrDefault(node) switch
        {
            Content.Sealed => throw Refuse(node),
            Content.Holding when !_isSelecting => throw Refuse(node),
            _ => node,
        };

        protected override Expression VisitMember(MemberExpression node)
        {
            if (IsEncrypted(node))
                throw Refuse(node);
            // One of its other members.
            return node.Expression is ParameterExpression of && _parameters.GetValueOrDefault(of) == Content.Holding
                ? node
                : base.VisitMember(node);
        }

        protected override Expression VisitBinary(BinaryExpression node)
        {
            var isComparison = node.NodeType is ExpressionType.Equal or ExpressionType.NotEqual;
            if (isComparison && (IsNull(node.Right) && Pass(node.Left) || IsNull(node.Left) && Pass(node.Right)))
                return node;
            return base.VisitBinary(node);
        }

        protected override Expression VisitNew(NewExpression node)
        {
            for (var at = 0; at < node.Arguments.Count; at++)
            {
                var argument = node.Arguments[at];
                if (Holds(argument) == Content.Sealed && IsValue(argument.Type) && Target(node, at) is { } member)
                    _members.Add(member);
                if (!_isSelecting || !Pass(argument))
                    Visit(argument);
            }

            return node;
        }

        protected override MemberAssignment VisitMemberAssignment(MemberAssignment node)
        {
            if (Holds(node.Expression) == Content.Sealed && IsValue(node.Expression.Type))
                _members.Add(node.Member);
            return _isSelecting && Pass(node.Expression) ? node : base.VisitMemberAssignment(node);
        }

        protected override Expression VisitNewArray(NewArrayExpression node)
        {
            foreach (var item in node.Expressions)
                if (!_isSelecting || !Pass(item))
                    Visit(item);
            return node;
        }

        /// <summary>Passes over an encrypted property that is taken as it is; false if it is something else.</summary>
        private bool Pass(Expression node)
        {
            node = Strip(node);
            if (!IsEncrypted(node))
                return false;
            if (node is not ParameterExpression)
                VisitOwner(node is MemberExpression member ? member.Expression! : ((MethodCallExpression)node).Arguments[0]);
            return true;
        }

        private void VisitOwner(Expression owner)
        {
            if (owner is not ParameterExpression)
                Visit(owner);
        }

        private bool IsEncrypted(Expression node) => node switch
        {
            ParameterExpression parameter => _parameters.GetValueOrDefault(parameter) == Content.Sealed,
            MemberExpression { Expression: { } of } member =>
                _members.Contains(member.Member) || Find(member.Member.Name, of.Type) is not null,
            MethodCallExpression { Method.Name: nameof(EF.Property), Method.DeclaringType: var type, Arguments: [var of, var name] }
                when type == typeof(EF) && name is ConstantExpression { Value: string text } => Find(text, of.Type) is not null,
            _ => false,
        };

        /// <summary>Notes what the parameters of an operator's lambda stand for.</summary>
        private void Follow(MethodCallExpression call, LambdaExpression lambda, string name)
        {
            for (var at = 0; at < lambda.Parameters.Count; at++)
            {
                // The inner rows of a join; the elements of a collection or of a group are followed where they are selected.
                var isInner = name == "innerKeySelector" || name == "resultSelector" && at == 1;
                var source = call.Arguments[isInner && call.Arguments.Count > 1 ? 1 : 0];
                var content = Elements(Lambda(source)?.Body ?? source);
                if (content != Content.Other)
                    _parameters[lambda.Parameters[at]] = content;
            }
        }

        /// <summary>What the elements of a source are.</summary>
        private Content Elements(Expression source)
        {
            source = Strip(source);
            if (source is ParameterExpression parameter)
                return _parameters.GetValueOrDefault(parameter);
            if (source is not MethodCallExpression call || !IsQuery(call) || call.Arguments.Count == 0)
                return Content.Other;
            var parameters = call.Method.GetParameters();
            var selector = Enumerable.Range(0, parameters.Length).LastOrDefault(
                at => IsSelector(call.Method.Name, parameters[at].Name!) && Lambda(call.Arguments[at]) is not null, -1);
            if (selector < 0)
            {
                var all = call.Arguments.Take(s_comparing.Contains(call.Method.Name) || call.Method.Name == nameof(Queryable.Concat) ? 2 : 1);
                return all.Select(Elements).Max();
            }

            var body = Lambda(call.Arguments[selector])!.Body;
            var content = parameters[selector].Name == "selector" && call.Method.Name == nameof(Queryable.SelectMany)
                ? Elements(body)
                : Holds(body);
            // Its groups, not what is in them.
            return content != Content.Other && parameters[selector].Name == "elementSelector" ? Content.Holding : content;
        }

        /// <summary>What an expression makes that is selected.</summary>
        private Content Holds(Expression node)
        {
            node = Strip(node);
            if (IsEncrypted(node))
                return Content.Sealed;
            var parts = node switch
            {
                NewExpression made => made.Arguments,
                NewArrayExpression made => made.Expressions,
                MemberInitExpression made =>
                    [.. made.NewExpression.Arguments, .. made.Bindings.OfType<MemberAssignment>().Select(part => part.Expression)],
                _ => (IEnumerable<Expression>?)null,
            };
            return parts is null ? Elements(node) : parts.Any(part => Holds(part) != Content.Other) ? Content.Holding : Content.Other;
        }

        /// <summary>The member that an argument is found under: an anonymous type says it, a record has it by its name.</summary>
        private static MemberInfo? Target(NewExpression node, int at) =>
            node.Members?[at] ?? node.Type.GetProperties().FirstOrDefault(property => string.Equals(
                property.Name, node.Constructor?.GetParameters()[at].Name, StringComparison.OrdinalIgnoreCase));

        private static bool IsQuery(MethodCallExpression call) =>
            call.Method.DeclaringType == typeof(Queryable) || call.Method.DeclaringType == typeof(Enumerable)
            || call.Method.DeclaringType == typeof(EntityFrameworkQueryableExtensions);

        private static bool IsSelector(string method, string parameter) =>
            s_selectors.Contains(parameter)
            || parameter == "selector" && method is nameof(Queryable.Select) or nameof(Queryable.SelectMany);

        private static bool IsValue(Type type) => type == typeof(string) || type == typeof(byte[]) || type == typeof(object);

        private static LambdaExpression? Lambda(Expression node) =>
            (node is UnaryExpression { NodeType: ExpressionType.Quote } quote ? quote.Operand : node) as LambdaExpression;

        private static Expression Strip(Expression node)
        {
            while (node is UnaryExpression { NodeType: ExpressionType.Convert } convert)
                node = convert.Operand;
            return node;
        }

        private IProperty? Find(string name, Type of) => encrypted[name].FirstOrDefault(property =>
            of.IsAssignableFrom(property.DeclaringType.ClrType) && of != typeof(object)
            || property.DeclaringType.ClrType.IsAssignableFrom(of));

        private static bool IsNull(Expression node)
        {
            node = Strip(node);
            return node is ConstantExpression { Value: null } or DefaultExpression;
        }

        private static NotSealedException Refuse(Expression node) => new(
            node.ToString(),
            "the database cannot compare, order or compute what is sealed. Select it and go on in memory; to look rows up by "
            + "it, declare HasBlindIndex() and use WhereSealed().");
    }
}
