using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyAsCode.CodeFixes;

/// <summary>
/// Mends PAC5009: <c>[Authorize]</c> on the action or the page, <c>.RequireAuthorization()</c> behind what maps an endpoint.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RequireAuthorisation)), Shared]
public sealed class RequireAuthorisation : PolicyFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["PAC5009"];

    private protected override Task<IReadOnlyList<Offer>> OfferAsync(Found found, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Offer>>(found.Node switch
        {
            _ when Mapping(found, cancel) is { } call => [Behind(found, call)],
            MethodDeclarationSyntax action when !IsOpen(action.AttributeLists) => [Above(found, action)],
            ClassDeclarationSyntax page when !IsOpen(page.AttributeLists) => [Above(found, page)],
            _ => [],
        });

    // A route is reported at its pattern, the first argument of the call that maps it.
    private static InvocationExpressionSyntax? Mapping(Found found, CancellationToken cancel) =>
        found.Node.FirstAncestorOrSelf<ArgumentSyntax>()
            is { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list } argument
        && list.Arguments.IndexOf(argument) == 0
        && found.Model.GetTypeInfo(call, cancel).Type is { } builder
        && found.Model.LookupSymbols(call.SpanStart, builder, "RequireAuthorization", includeReducedExtensionMethods: true).Any()
        && !call.Ancestors().TakeWhile(node => node is ExpressionSyntax).OfType<MemberAccessExpressionSyntax>()
            .Any(after => after.Name.Identifier.ValueText == "AllowAnonymous")
            ? call
            : null;

    // Who said that anybody may ask has to take that back himself.
    private static bool IsOpen(SyntaxList<AttributeListSyntax> lists) => lists.SelectMany(list => list.Attributes)
        .Any(attribute => attribute.Name.ToString().Contains("AllowAnonymous"));

    private static Offer Behind(Found found, InvocationExpressionSyntax call) => new(
        "Require authorisation: .RequireAuthorization()", nameof(RequireAuthorisation), $"{found.Document.Id}:{call.Span}",
        async (solution, cancel) =>
            (await solution.GetDocumentEditorAsync(found.Document.Id, cancel).ConfigureAwait(false)).ReplaceNode(
                call, (current, _) => SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(
                    SyntaxKind.SimpleMemberAccessExpression,
                    ((ExpressionSyntax)current).WithoutTrailingTrivia(),
                    SyntaxFactory.IdentifierName("RequireAuthorization"))).WithTrailingTrivia(current.GetTrailingTrivia())));

    private static Offer Above(Found found, MemberDeclarationSyntax declaration) => new(
        "Require authorisation: [Authorize]", nameof(RequireAuthorisation),
        $"{found.Document.Id}:{declaration.SpanStart}",
        async (solution, cancel) => OurAttribute.Write(
            await solution.GetDocumentEditorAsync(found.Document.Id, cancel).ConfigureAwait(false),
            declaration, "Authorize", [], "Microsoft.AspNetCore.Authorization"));
}
