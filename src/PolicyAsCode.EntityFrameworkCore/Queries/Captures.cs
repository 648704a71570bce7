using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Query;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Makes of what a lambda captures parameters of its query, and of queries that it captures a part of it. Nothing of the
/// context that the lambda was made for stays in the query.
/// </summary>
internal sealed class Captures(object? closure) : ExpressionVisitor
{
    private readonly List<Captured> _values = [];

    /// <summary>The values, in the order of the parameters.</summary>
    public IReadOnlyList<Captured> Values => _values;

    /// <summary>Whether nothing else is in the query that another run could say otherwise.</summary>
    public bool IsComplete { get; private set; } = true;

    protected override Expression VisitMember(MemberExpression node)
    {
        var way = new Stack<MemberInfo>();
        Expression? at = node;
        for (; at is MemberExpression member; at = member.Expression)
            way.Push(member.Member);
        if (at is not ConstantExpression { Value: { } root })
            return base.VisitMember(node);
        if (typeof(IQueryable).IsAssignableFrom(node.Type))
            return Visit(((IQueryable)Captured.Follow(root, way)!).Expression);
        if (!ReferenceEquals(root, closure))
        {
            IsComplete = false;
            return node;
        }

        if (_values.Find(value => value.Way.SequenceEqual(way)) is { } known)
            return known.Parameter;
        var name = string.Create(CultureInfo.InvariantCulture, $"{string.Concat(node.Member.Name.Where(char.IsAsciiLetterOrDigit))}{_values.Count}");
        var captured = new Captured(Expression.Parameter(node.Type, name), [.. way]);
        _values.Add(captured);
        return captured.Parameter;
    }

    protected override Expression VisitConstant(ConstantExpression node)
    {
        if (node.Value is IQueryable query && query.Expression != node)
            return Visit(query.Expression);
        // A closure, the context, whatever the lambda has hold of: what of it is in the query nobody knows.
        IsComplete &= node.Value is null or string or Type or ValueType || node.Type.IsArray;
        return node;
    }

    protected override Expression VisitExtension(Expression node) =>
        node is QueryRootExpression root ? root.DetachQueryProvider() : base.VisitExtension(node);
}
