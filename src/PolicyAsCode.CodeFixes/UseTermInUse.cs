using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using PolicyAsCode.Analyzers.Rules.Declarations;

namespace PolicyAsCode.CodeFixes;

/// <summary>
/// Mends PAC1018: writes the constant of the term that replaced the one that is out of use; its key where the code wrote a
/// key, or has no such constant.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseTermInUse)), Shared]
public sealed class UseTermInUse : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["PAC1018"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(TermOutOfUseRule.Successor, out var successor) || successor is null
                || root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)
                    is not ExpressionSyntax written)
                continue;

            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Use '{successor}'",
                    cancel => ReplaceAsync(context.Document, written, successor, cancel),
                    equivalenceKey: nameof(UseTermInUse)),
                diagnostic);
        }
    }

    private static async Task<Document> ReplaceAsync(
        Document document, ExpressionSyntax written, string successor, CancellationToken cancel)
    {
        var model = (await document.GetSemanticModelAsync(cancel).ConfigureAwait(false))!;
        var root = await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false);
        var field = model.GetSymbolInfo(written, cancel).Symbol as IFieldSymbol;
        var mended = field is not null && PathOf(Outermost(field), successor) is { } path
            ? SyntaxFactory.ParseExpression($"global::PolicyAsCode.{path}").WithAdditionalAnnotations(Simplifier.Annotation)
            : SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(successor));
        return document.WithSyntaxRoot(root!.ReplaceNode(written, mended.WithTriviaFrom(written)));
    }

    private static INamedTypeSymbol Outermost(IFieldSymbol field)
    {
        var type = field.ContainingType;
        while (type.ContainingType is { } outer)
            type = outer;
        return type;
    }

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
