using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore.Testing.Seeding;

/// <summary>
/// The properties that query filters ask for, such as <c>IsDeleted</c> or <c>TenantId</c>: a row is given one value to be
/// seen, and another to be hidden, or to be another tenant's.
/// </summary>
internal sealed class FilterValues(IModel model)
{
    private readonly Dictionary<IEntityType, Dictionary<string, Asked>> _asked = model.GetEntityTypes().ToDictionary(
        type => type, type => type.GetRootType().GetDeclaredQueryFilters().Where(filter => filter.Expression is not null)
            .SelectMany(filter => Of(filter.Expression!)).GroupBy(asked => asked.Property, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.OrderByDescending(asked => asked.IsKnown).First(), StringComparer.Ordinal));

    /// <summary>Whether a filter hides rows of a type, or keeps apart whose they are.</summary>
    public bool Tells(IEntityType type, Sight sight) =>
        _asked[type].Values.Any(asked => asked.IsWhose == (sight == Sight.Elsewhere));

    /// <summary>What a property holds in a row that is seen, or not; null where no filter asks for it.</summary>
    public (object? Value, bool Is)? Value(IProperty property, Sight sight, DbContext db)
    {
        if (property.DeclaringType is not IEntityType type || type.GetDerivedTypesInclusive()
            .Select(one => _asked[one].GetValueOrDefault(property.Name)).FirstOrDefault(found => found is not null) is not { } asked)
            return null;
        var isOther = sight == (asked.IsWhose ? Sight.Elsewhere : Sight.Hidden);
        if (asked.IsKnown && !property.IsForeignKey() && (asked.IsWhose || !property.IsKey()))
        {
            var seen = asked.Seen(db);
            return !isOther ? (seen, true) : Other(property, seen) is { } other ? (other, true) : null;
        }

        if (property.IsKey())
            return null;
        var clr = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (clr == typeof(bool))
            return (isOther, true);
        if (property.IsNullable && (clr == typeof(DateTime) || clr == typeof(DateTimeOffset) || clr == typeof(DateOnly)))
            return isOther ? (ValueMaker.Date(property, clr == typeof(DateOnly) ? new DateOnly(2020, 1, 1) : new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)), true) : (null, true);
        return property.IsForeignKey() || Other(property, isOther ? Other(property, null) : null) is not { } value ? null : (value, true);
    }

    /// <summary>A value that is not the one; of an unknown one, the same again and again.</summary>
    private static object? Other(IProperty property, object? than)
    {
        var clr = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return than is bool is_ ? !is_
            : clr == typeof(int) ? (than is int number ? number : 0) + 1
            : clr == typeof(long) ? (than is long large ? large : 0) + 1
            : clr == typeof(string) ? (than is string text && text.Length > 0 ? text[..1] == "b" ? "a" : "b" : "a")
            : clr == typeof(Guid) ? new Guid(than is Guid id && id.ToByteArray()[0] == 1 ? 2 : 1, 0, 0, new byte[8])
            : null;
    }

    private static IEnumerable<Asked> Of(LambdaExpression filter)
    {
        var row = filter.Parameters[0];
        foreach (var part in Parts(filter.Body))
            switch (part)
            {
                case BinaryExpression { NodeType: ExpressionType.Equal } equal when Name(equal.Left) is { } name && !Mentions(equal.Right):
                    yield return new(name, IsOutside(equal.Right), equal.Right);
                    break;
                case BinaryExpression { NodeType: ExpressionType.Equal } equal when Name(equal.Right) is { } name && !Mentions(equal.Left):
                    yield return new(name, IsOutside(equal.Left), equal.Left);
                    break;
                case UnaryExpression { NodeType: ExpressionType.Not, Operand: var operand } when Name(operand) is { } name:
                    yield return new(name, false, Expression.Constant(false));
                    break;
                case var _ when Name(part) is { } name:
                    yield return new(name, false, Expression.Constant(true));
                    break;
                default:
                    var members = new Members(row);
                    members.Visit(part);
                    foreach (var name in members.Names)
                        yield return new(name, false, null);
                    break;
            }

        string? Name(Expression expression) => expression switch
        {
            UnaryExpression { NodeType: ExpressionType.Convert, Operand: var inner } => Name(inner),
            MemberExpression member when Members.IsOf(row, member.Expression) => member.Member.Name,
            MethodCallExpression call => Members.Shadow(row, call),
            _ => null,
        };

        bool Mentions(Expression expression)
        {
            var members = new Members(row);
            members.Visit(expression);
            return members.IsMentioned;
        }

        // Null, false, 3 and "open" are the same for everybody; what a context or a service says is not.
        static bool IsOutside(Expression expression) => expression switch
        {
            UnaryExpression { Operand: var inner } => IsOutside(inner),
            ConstantExpression => false,
            _ => true,
        };
    }

    private static IEnumerable<Expression> Parts(Expression condition) =>
        condition is BinaryExpression { NodeType: ExpressionType.AndAlso } both
            ? Parts(both.Left).Concat(Parts(both.Right))
            : [condition];

    /// <summary>A property that a filter asks for.</summary>
    /// <param name="Property">Its name.</param>
    /// <param name="IsWhose">Whether it says whose the row is.</param>
    /// <param name="Compared">What it has to be; null where that is not said in so many words.</param>
    private sealed record Asked(string Property, bool IsWhose, Expression? Compared)
    {
        public bool IsKnown => Compared is not null;

        public object? Seen(DbContext db) => Expression.Lambda<Func<object?>>(
            Expression.Convert(new Rebound(db).Visit(Compared!), typeof(object))).Compile()();
    }

    /// <summary>The context that built the model becomes the one that asks.</summary>
    private sealed class Rebound(DbContext db) : ExpressionVisitor
    {
        protected override Expression VisitConstant(ConstantExpression node) =>
            node.Value is DbContext && node.Type.IsInstanceOfType(db) ? Expression.Constant(db, node.Type) : node;
    }

    private sealed class Members(ParameterExpression row) : ExpressionVisitor
    {
        public List<string> Names { get; } = [];

        public bool IsMentioned { get; private set; }

        public static bool IsOf(ParameterExpression row, Expression? expression) =>
            expression == row || (expression is UnaryExpression { Operand: var operand } && operand == row);

        /// <summary><c>EF.Property&lt;bool>(row, "IsDeleted")</c></summary>
        public static string? Shadow(ParameterExpression row, MethodCallExpression call) =>
            call.Method.DeclaringType == typeof(EF) && call.Arguments is [var of, ConstantExpression { Value: string name }] && IsOf(row, of)
                ? name
                : null;

        protected override Expression VisitParameter(ParameterExpression node)
        {
            IsMentioned |= node == row;
            return node;
        }

        protected override Expression VisitMember(MemberExpression node)
        {
            if (IsOf(row, node.Expression))
                Names.Add(node.Member.Name);
            return base.VisitMember(node);
        }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (Shadow(row, node) is { } name)
                Names.Add(name);
            return base.VisitMethodCall(node);
        }
    }
}
