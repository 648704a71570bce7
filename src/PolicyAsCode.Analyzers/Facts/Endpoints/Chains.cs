using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyAsCode.Analyzers.Facts.Endpoints;

/// <summary>
/// Names along a chain of calls: <c>app.MapGroup("/x").RequireAuthorization().MapGet(…).WithName(…)</c>.
/// </summary>
internal static class Chains
{
    internal static string Name(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };

    /// <summary>The calls that this one is made on, nearest first.</summary>
    internal static IEnumerable<string> Before(InvocationExpressionSyntax call)
    {
        var at = call;
        while (at.Expression is MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax inner })
        {
            yield return Name(inner);
            at = inner;
        }
    }

    /// <summary>The calls that are made on its result.</summary>
    internal static IEnumerable<string> After(InvocationExpressionSyntax call)
    {
        var at = call;
        while (at.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax outer })
        {
            yield return Name(outer);
            at = outer;
        }
    }

    /// <summary>The variable at its start; null where it starts otherwise.</summary>
    internal static IdentifierNameSyntax? Root(InvocationExpressionSyntax call)
    {
        var at = call.Expression;
        while (true)
            switch (at)
            {
                case MemberAccessExpressionSyntax member:
                    at = member.Expression;
                    break;
                case InvocationExpressionSyntax inner:
                    at = inner.Expression;
                    break;
                default:
                    return at as IdentifierNameSyntax;
            }
    }
}
