using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyAsCode.Analyzers.Facts.Endpoints;

/// <summary>
/// The types that an endpoint announces to answer with: <c>.Produces&lt;T&gt;()</c>, <c>[ProducesResponseType&lt;T&gt;]</c>,
/// its own return type. What callers, documents and generated clients take for all there is.
/// </summary>
internal static class ResponseContract
{
    private const string Mvc = "Microsoft.AspNetCore.Mvc";
    private const int FirstSuccess = 200;
    private const int LastSuccess = 299;

    // Types that say nothing of what is answered.
    private static readonly string[] s_open = ["IResult", "IActionResult", "ActionResult", "Object"];

    // Types around the announced one.
    private static readonly string[] s_wrappers =
    [
        "Task", "ValueTask", "ActionResult", "Results", "Ok", "Created", "CreatedAtRoute", "Accepted", "AcceptedAtRoute",
        "JsonHttpResult", "Nullable",
    ];

    /// <summary>The announced types of a mapped endpoint; empty where it announces none of ours.</summary>
    internal static IEnumerable<ITypeSymbol> Of(MinimalEndpoint endpoint, IOperation body, TypeContents contents)
    {
        var said = body.Descendants().OfType<IInvocationOperation>()
            .Where(call => call.TargetMethod is { Name: "Produces", TypeArguments.Length: 1 }
                && call.Syntax is InvocationExpressionSyntax written && IsChainedOn(written, endpoint.Call)
                && IsSuccess(call.Arguments.FirstOrDefault(one => one.Parameter?.Name == "statusCode")?.Value.ConstantValue.Value))
            .Select(call => call.TargetMethod.TypeArguments[0]).ToList();
        return said.Count > 0 ? said.Where(type => IsOurs(type, contents)) : Of(endpoint.Handler, contents);
    }

    /// <summary>The announced types of an action or handler.</summary>
    internal static IEnumerable<ITypeSymbol> Of(IMethodSymbol handler, TypeContents contents)
    {
        var said = handler.GetAttributes().SelectMany(ByAttribute).ToList();
        return (said.Count > 0 ? said : Unwrapped(handler.ReturnType)).Where(type => IsOurs(type, contents));
    }

    private static IEnumerable<ITypeSymbol> ByAttribute(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { Name: "ProducesResponseTypeAttribute" or "ProducesAttribute" } type
            || !Attributes.IsIn(type, Mvc)
            || !IsSuccess(attribute.ConstructorArguments.FirstOrDefault(one => one.Kind != TypedConstantKind.Array && one.Value is int).Value))
            return [];
        return type.TypeArguments.Concat(attribute.ConstructorArguments
            .Where(one => one.Kind == TypedConstantKind.Type).Select(one => one.Value).OfType<ITypeSymbol>());
    }

    private static bool IsSuccess(object? status) => status is not int code || code is >= FirstSuccess and <= LastSuccess;

    private static IEnumerable<ITypeSymbol> Unwrapped(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments: { Length: > 0 } inner } wrapper && s_wrappers.Contains(wrapper.Name)
            ? inner.SelectMany(Unwrapped)
            : s_open.Contains(type.Name) ? [] : [type];

    // CustomerView, List<CustomerView>: a text or a number announces nothing of what is in it.
    private static bool IsOurs(ITypeSymbol type, TypeContents contents) => type switch
    {
        IArrayTypeSymbol array => IsOurs(array.ElementType, contents),
        INamedTypeSymbol { IsAnonymousType: false, TypeKind: not TypeKind.Enum } named =>
            contents.IsOurs(named.ContainingAssembly) || named.TypeArguments.Any(one => IsOurs(one, contents)),
        _ => false,
    };

    private static bool IsChainedOn(InvocationExpressionSyntax outer, InvocationExpressionSyntax endpoint)
    {
        for (SyntaxNode at = outer; at is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var inner } };)
            if ((at = inner) == endpoint)
                return true;
        return false;
    }
}
