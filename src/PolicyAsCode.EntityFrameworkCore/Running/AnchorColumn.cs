using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>The property to which the members lead that a query picks: <c>order => (DateTimeOffset?)order.Invoice!.PaidAt</c>.</summary>
internal static class AnchorColumn
{
    /// <param name="model">The model.</param>
    /// <param name="picked">A row, and what is picked of it.</param>
    public static IProperty? Of(IModel model, LambdaExpression picked)
    {
        ITypeBase? at = model.FindEntityType(picked.Parameters[0].Type);
        if (MemberPath.Find(picked.Body) is not { Count: > 0 } path)
            return null;
        foreach (var name in path.Take(path.Count - 1))
            at = at switch
            {
                _ when at?.FindComplexProperty(name) is { } complex => complex.ComplexType,
                IEntityType entity => entity.FindNavigation(name)?.TargetEntityType,
                _ => null,
            };
        return at?.FindProperty(path[^1]);
    }
}
