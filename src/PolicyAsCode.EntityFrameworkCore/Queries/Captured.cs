using System.Linq.Expressions;
using System.Reflection;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>A value that a lambda captures, which is a parameter of its query.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Way">The members from the lambda's closure to the value.</param>
internal sealed record Captured(ParameterExpression Parameter, IReadOnlyList<MemberInfo> Way)
{
    /// <summary>The value in another closure of the same lambda.</summary>
    public object? In(object? closure) => Follow(closure, Way);

    /// <summary>What lies at the end of a way.</summary>
    public static object? Follow(object? from, IEnumerable<MemberInfo> way)
    {
        foreach (var member in way)
            from = member is FieldInfo field ? field.GetValue(from) : ((PropertyInfo)member).GetValue(from);
        return from;
    }
}
