using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyAsCode.Analyzers.Facts.Endpoints;

/// <summary>An endpoint that a program maps: <c>app.MapGet("/customers", () => …)</c>.</summary>
/// <param name="Call">The call that maps it.</param>
/// <param name="Handler">What answers.</param>
internal sealed record MinimalEndpoint(InvocationExpressionSyntax Call, IMethodSymbol Handler)
{
    /// <summary>The names by which endpoints are mapped.</summary>
    internal static ImmutableHashSet<string> Names { get; } =
        ["MapGet", "MapPost", "MapPut", "MapDelete", "MapPatch", "MapMethods", "Map", "MapFallback"];

    /// <summary>Where it is reported: at its route.</summary>
    internal Location Place => Call.ArgumentList.Arguments[0].Expression.GetLocation();

    internal static IEnumerable<MinimalEndpoint> In(IOperation body) =>
        from call in body.DescendantsAndSelf().OfType<IInvocationOperation>()
        where Names.Contains(call.TargetMethod.Name)
            && Attributes.IsIn(call.TargetMethod.ContainingType, "Microsoft.AspNetCore.Builder")
            && call.Syntax is InvocationExpressionSyntax { ArgumentList.Arguments.Count: > 1 }
        from argument in call.Arguments
        let handler = HandlerOf(argument.Value)
        where handler is not null
        select new MinimalEndpoint((InvocationExpressionSyntax)call.Syntax, handler);

    /// <summary>
    /// Whether it needs a signed-in user, by its chain, its group or its handler; null where nothing is said.
    /// </summary>
    internal bool? IsProtected(IOperation body, Authorisation authorisation)
    {
        var names = Chains.Before(Call).Concat(Chains.After(Call)).ToList();
        if (names.Contains("AllowAnonymous"))
            return false;
        return Authorisation.ByAttribute(Handler) is { } said ? said
            : names.Contains("RequireAuthorization")
                || Chains.Root(Call) is { } root && IsProtected(root, body, authorisation, depth: 0)
                ? true
                : null;
    }

    // A group is a variable: how it was made counts, and what is called on it as a statement.
    private static bool IsProtected(IdentifierNameSyntax group, IOperation body, Authorisation authorisation, int depth)
    {
        var name = group.Identifier.ValueText;
        foreach (var node in body.Syntax.DescendantNodes())
            switch (node)
            {
                case InvocationExpressionSyntax { Parent: ExpressionStatementSyntax } call
                    when Chains.Name(call) == "RequireAuthorization" && Chains.Root(call)?.Identifier.ValueText == name
                        && !Chains.Before(call).Any(Names.Contains):
                    return true;
                case VariableDeclaratorSyntax { Initializer.Value: InvocationExpressionSyntax made } variable
                    when variable.Identifier.ValueText == name:
                    if (Chains.Before(made).Append(Chains.Name(made)).Contains("RequireAuthorization"))
                        return true;
                    if (depth < 8 && Chains.Root(made) is { } outer && outer.Identifier.ValueText != name
                        && IsProtected(outer, body, authorisation, depth + 1))
                        return true;
                    break;
            }
        return group.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
            && method.ParameterList.Parameters.Any(parameter => parameter.Identifier.ValueText == name)
            && authorisation.IsMappedProtected(method.Identifier.ValueText);
    }

    private static IMethodSymbol? HandlerOf(IOperation value) => value switch
    {
        IConversionOperation { Operand: var operand } => HandlerOf(operand),
        IDelegateCreationOperation { Target: var target } => HandlerOf(target),
        IAnonymousFunctionOperation { Symbol: var lambda } => lambda,
        IMethodReferenceOperation { Method: var method } => method,
        _ => null,
    };
}
