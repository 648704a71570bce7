using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Finds recorded fields in an expression, where it picks them.</summary>
internal abstract class FieldVisitor(AuditModel model) : ExpressionVisitor
{
    public HashSet<(AuditedRow Row, AuditedField Field)> Fields { get; } = [];

    /// <summary>Whether what is visited is picked.</summary>
    protected abstract bool IsPicking { get; }

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression is not { } of || !IsPicking)
            return base.VisitMember(node);
        var found = model.Members(node.Member.Name, of.Type).ToList();
        Fields.UnionWith(found);
        // An object of a row as a whole; where one of its members is picked, whichever, the object itself is not.
        if (found.Count == 0)
            Fields.UnionWith(model.Objects(node.Member.Name, of.Type));
        while (of is MemberExpression { Expression: { } outer } inner && model.Objects(inner.Member.Name, outer.Type).Any())
            of = outer;
        Visit(of);
        return node;
    }

    protected override Expression VisitMethodCall(MethodCallExpression node) => Property(node) ? node : base.VisitMethodCall(node);

    /// <summary>Whether it is <c>EF.Property</c>, whose field is noted then.</summary>
    protected bool Property(MethodCallExpression node)
    {
        if (node.Method.DeclaringType != typeof(EF) || node.Method.Name != nameof(EF.Property)
            || node.Arguments is not [var of, ConstantExpression { Value: string name }])
            return false;
        if (IsPicking)
            Fields.UnionWith(model.Members(name, of.Type));
        Visit(of);
        return true;
    }

    protected static LambdaExpression? Lambda(Expression node) =>
        (node is UnaryExpression { NodeType: ExpressionType.Quote } quote ? quote.Operand : node) as LambdaExpression;
}
