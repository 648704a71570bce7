using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>The names on the way from a row to a field: <c>customer.Home!.Street</c>, <c>EF.Property&lt;int?&gt;(order, "BuyerId")</c>.</summary>
internal static class MemberPath
{
    public static IReadOnlyList<string> Of(Expression body) => Find(body)
        ?? throw new ArgumentException($"'{body}' does not lead from a row to a field over its members.", nameof(body));

    /// <summary>The names; null where no members lead from a row to a field.</summary>
    public static IReadOnlyList<string>? Find(Expression body)
    {
        var names = new Stack<string>();
        for (var at = body; ;)
            switch (at)
            {
                case UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.TypeAs } cast:
                    at = cast.Operand;
                    break;
                // A structure that may be missing: customer.Home!.Value.Street.
                case MemberExpression { Member.Name: "Value", Expression: { } nullable } when Nullable.GetUnderlyingType(nullable.Type) is not null:
                    at = nullable;
                    break;
                case MemberExpression { Expression: { } inner } member:
                    names.Push(member.Member.Name);
                    at = inner;
                    break;
                case MethodCallExpression { Method: { Name: nameof(EF.Property), DeclaringType: var type } } call
                    when type == typeof(EF) && call.Arguments[1] is ConstantExpression { Value: string name }:
                    names.Push(name);
                    at = call.Arguments[0];
                    break;
                case ParameterExpression:
                    return [.. names];
                default:
                    return null;
            }
    }
}
