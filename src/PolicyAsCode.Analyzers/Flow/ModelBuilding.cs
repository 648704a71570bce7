using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PolicyAsCode.Analyzers.Facts;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// Lambdas that only name a member, and read no value: <c>builder.Property(c => c.Email)</c>,
/// <c>set.SetProperty(c => c.Email, …)</c>.
/// </summary>
internal static class ModelBuilding
{
    private const string Builders = "Microsoft.EntityFrameworkCore.Metadata.Builders";

    internal static bool IsNaming(IOperation reference)
    {
        var syntax = reference.Syntax;
        for (var node = syntax.Parent; node is not null; node = node.Parent)
            if (node is LambdaExpressionSyntax lambda)
                return IsNamed(lambda, reference.SemanticModel);
            else if (node is StatementSyntax)
                return false;
        return false;
    }

    private static bool IsNamed(LambdaExpressionSyntax lambda, SemanticModel? model)
    {
        if (model is null
            || lambda.Parent is not ArgumentSyntax
            {
                Parent: ArgumentListSyntax
                {
                    Parent: InvocationExpressionSyntax call,
                } list,
            } argument
            || model.GetSymbolInfo(call).Symbol is not IMethodSymbol method)
            return false;
        return Attributes.IsIn(method.ContainingType, Builders)
            || method.Name == "SetProperty" && list.Arguments[0] == argument
                && Attributes.IsIn(method.ContainingType, "Microsoft.EntityFrameworkCore.Query");
    }
}
