using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore.Testing.Seeding;

/// <summary>
/// The properties that query filters ask for, such as <c>IsDeleted</c> or <c>TenantId</c>: a row is given another value to
/// hide it.
/// </summary>
internal sealed class FilterValues(IModel model)
{
    private readonly Dictionary<IEntityType, HashSet<string>> _asked = model.GetEntityTypes().ToDictionary(
        type => type, type => new HashSet<string>(
            type.GetRootType().GetDeclaredQueryFilters().Where(filter => filter.Expression is not null)
                .SelectMany(filter => Asked(filter.Expression!)), StringComparer.Ordinal));

    public IReadOnlyCollection<string> Of(IEntityType type) => _asked[type];

    /// <summary>What a property holds in a row that is seen, or hidden; null where no filter asks for it.</summary>
    public (object? Value, bool Is)? Value(IProperty property, bool isHidden)
    {
        if (property.DeclaringType is not IEntityType type
            || !type.GetDerivedTypesInclusive().Any(one => _asked[one].Contains(property.Name)) || property.IsKey())
            return null;
        var clr = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (clr == typeof(bool))
            return (isHidden, true);
        if (property.IsNullable && (clr == typeof(DateTime) || clr == typeof(DateTimeOffset) || clr == typeof(DateOnly)))
            return isHidden ? (ValueMaker.Date(property, clr == typeof(DateOnly) ? new DateOnly(2020, 1, 1) : new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)), true) : (null, true);
        if (property.IsForeignKey())
            return null;
        object? other = clr == typeof(int) ? (isHidden ? 2 : 1)
            : clr == typeof(long) ? (isHidden ? 2L : 1L)
            : clr == typeof(string) ? (isHidden ? "b" : "a")
            : clr == typeof(Guid) ? new Guid(isHidden ? 2 : 1, 0, 0, new byte[8])
            : null;
        return other is null ? null : (other, true);
    }

    private static IEnumerable<string> Asked(LambdaExpression filter)
    {
        var found = new Members(filter.Parameters[0]);
        found.Visit(filter.Body);
        return found.Names;
    }

    private sealed class Members(ParameterExpression row) : ExpressionVisitor
    {
        public List<string> Names { get; } = [];

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression == row || (node.Expression is UnaryExpression { Operand: var operand } && operand == row))
                Names.Add(node.Member.Name);
            return base.VisitMember(node);
        }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            // EF.Property<bool>(row, "IsDeleted")
            if (node.Method.DeclaringType == typeof(EF) && node.Arguments is [var of, ConstantExpression { Value: string name }]
                && (of == row || of is UnaryExpression { Operand: var operand } && operand == row))
                Names.Add(name);
            return base.VisitMethodCall(node);
        }
    }
}
