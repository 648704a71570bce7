using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Declarations;

/// <summary>The terms that an attribute names, each with the place where it is written.</summary>
internal static class AttributeTerms
{
    private const string Suffix = "Attribute";

    /// <summary>How our attributes are written.</summary>
    internal static ImmutableHashSet<string> Names { get; } = Attributes.Kinds.Keys
        .SelectMany(name => new[] { name, name.Substring(0, name.Length - Suffix.Length) })
        .ToImmutableHashSet(StringComparer.Ordinal);

    /// <param name="Kind">What kind of term is asked for.</param>
    /// <param name="Key">What is written.</param>
    /// <param name="Syntax">Where.</param>
    /// <param name="Owner">What carries the attribute.</param>
    internal sealed record Named(TermKind Kind, string Key, SyntaxNode Syntax, ISymbol? Owner);

    internal static IEnumerable<Named> Read(AttributeSyntax attribute, SemanticModelAnalysisContext context)
    {
        var model = context.SemanticModel;
        if (attribute.ArgumentList is not { } list
            || model.GetSymbolInfo(attribute, context.CancellationToken).Symbol?.ContainingType is not { } type
            || !Attributes.IsOurs(type)
            || !Attributes.Kinds.TryGetValue(type.Name, out var kind))
            yield break;

        var owner = OwnerOf(attribute, context);
        foreach (var expression in list.Arguments.SelectMany(argument => Elements(argument.Expression)))
            if (model.GetConstantValue(expression, context.CancellationToken) is { HasValue: true, Value: string key })
                yield return new(kind, key, expression, owner);
    }

    private static IEnumerable<ExpressionSyntax> Elements(ExpressionSyntax argument) => argument switch
    {
        ArrayCreationExpressionSyntax { Initializer.Expressions: var elements } => elements,
        ImplicitArrayCreationExpressionSyntax { Initializer.Expressions: var elements } => elements,
        CollectionExpressionSyntax { Elements: var elements } =>
            elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression),
        _ => [argument],
    };

    private static ISymbol? OwnerOf(AttributeSyntax attribute, SemanticModelAnalysisContext context) =>
        attribute.Parent?.Parent switch
        {
            FieldDeclarationSyntax { Declaration.Variables: { Count: > 0 } fields } =>
                context.SemanticModel.GetDeclaredSymbol(fields[0], context.CancellationToken),
            ParameterSyntax or MemberDeclarationSyntax or AccessorDeclarationSyntax =>
                context.SemanticModel.GetDeclaredSymbol(attribute.Parent.Parent, context.CancellationToken),
            _ => TreeDeclarations.HolderOf(attribute, context.SemanticModel, context.CancellationToken),
        };
}
