using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace PolicyAsCode.CodeFixes;

/// <summary>How code names a term: by its constant, or by its key where no constant is generated.</summary>
internal static class TermCode
{
    /// <summary>The code for a term of one of the generated classes, such as <c>Categories</c>.</summary>
    internal static ExpressionSyntax For(string constants, string key, Compilation compilation) =>
        Constants(constants, compilation) is { } type ? In(type, key) : Literal(key);

    /// <summary>The code for a term, by its constant in a class or below it.</summary>
    internal static ExpressionSyntax In(INamedTypeSymbol type, string key) => PathOf(type, key) is { } path
        ? SyntaxFactory.ParseExpression($"global::PolicyAsCode.{path}").WithAdditionalAnnotations(Simplifier.Annotation)
        : Literal(key);

    internal static ExpressionSyntax Literal(string key) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(key));

    /// <summary>The path of the constant as a reader writes it, <c>Purposes.Promotion</c>; the key where there is none.</summary>
    internal static string Shown(string constants, string key, Compilation compilation) =>
        Constants(constants, compilation) is { } type && PathOf(type, key) is { } path
            ? path
            : $"\"{key}\"";

    // The program's own: each has the terms of its policy, for itself.
    private static INamedTypeSymbol? Constants(string name, Compilation compilation) =>
        compilation.Assembly.GlobalNamespace.GetNamespaceMembers().FirstOrDefault(space => space.Name == "PolicyAsCode")
            ?.GetTypeMembers(name).FirstOrDefault();

    // The whole path to the constant with that value: what the code can leave out of it, the simplifier does.
    private static string? PathOf(INamedTypeSymbol type, string key)
    {
        foreach (var constant in type.GetMembers().OfType<IFieldSymbol>())
            if (constant is { IsConst: true, ConstantValue: string value } && value == key)
                return $"{type.Name}.{constant.Name}";
        foreach (var inner in type.GetTypeMembers())
            if (PathOf(inner, key) is { } path)
                return $"{type.Name}.{path}";
        return null;
    }
}
