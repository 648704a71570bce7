using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using PolicyAsCode.Analyzers;

namespace PolicyAsCode.CodeFixes;

/// <summary>
/// Mends PAC5001 to PAC5004 and PAC3007: puts one of the program's own anonymisers around the data,
/// <c>Pseudonyms.Of(customer.Email)</c>. Only those that the code can reach where it stands are offered; where there is
/// none, none is invented.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WrapInAnonymiser)), Shared]
public sealed class WrapInAnonymiser : PolicyFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ["PAC3007", "PAC5001", "PAC5002", "PAC5003", "PAC5004"];

    private protected override string ChoiceTitle => "Put an anonymiser around it";

    private protected override Task<IReadOnlyList<Offer>> OfferAsync(Found found, CancellationToken cancel)
    {
        var data = Data(found, cancel);
        if (data.Count == 0 || !Enum.TryParse<Form>(found.Said(Mend.Form), out var form))
            return Task.FromResult<IReadOnlyList<Offer>>([]);

        var scope = found.Node.SpanStart;
        return Task.FromResult<IReadOnlyList<Offer>>([
            .. ReachableAnonymisers.At(scope, found.Model)
                .Where(one => one.Form >= form && data.All(value => one.Takes(value, found.Model, cancel)))
                .Select(one => new Offer(
                    $"Put {one.Shown} around it", $"{nameof(WrapInAnonymiser)} {one.Code}",
                    $"{found.Document.Id}:{data[0].Span}",
                    async (solution, cancel) =>
                    {
                        var editor = await solution.GetDocumentEditorAsync(found.Document.Id, cancel).ConfigureAwait(false);
                        foreach (var value in data)
                            editor.ReplaceNode(value, (current, _) => Around(one.Code, (ExpressionSyntax)current));
                    })),
        ]);
    }

    private static ExpressionSyntax Around(string method, ExpressionSyntax value) => SyntaxFactory.InvocationExpression(
        SyntaxFactory.ParseExpression(method).WithAdditionalAnnotations(Simplifier.Annotation),
        SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(
            SyntaxFactory.Argument(value.WithoutTrivia())))).WithTriviaFrom(value);

    // In `"Hello " + customer.Email` the data alone, and not the greeting.
    private static IReadOnlyList<ExpressionSyntax> Data(Found found, CancellationToken cancel)
    {
        if (found.Node.FirstAncestorOrSelf<ExpressionSyntax>() is not { } whole)
            return [];
        var parts = found.Diagnostic.AdditionalLocations
            .Where(place => place.SourceTree == whole.SyntaxTree && whole.Span.Contains(place.SourceSpan)
                && place.SourceSpan != whole.Span)
            .Select(place => Read(whole.FindNode(place.SourceSpan, getInnermostNodeForTie: true), whole))
            .OfType<ExpressionSyntax>().Distinct().ToList();
        return parts.Count > 0 && found.Model.GetTypeInfo(whole, cancel).Type?.SpecialType == SpecialType.System_String
            ? parts
            : [whole];
    }

    // All of `customer?.Email`, not what stands behind its question mark.
    private static ExpressionSyntax? Read(SyntaxNode node, ExpressionSyntax whole)
    {
        var read = node as ExpressionSyntax;
        while (read?.Parent is ConditionalAccessExpressionSyntax or MemberAccessExpressionSyntax { Name: var _ }
               && read != whole
               && (read.Parent is ConditionalAccessExpressionSyntax
                   || read.Parent is MemberAccessExpressionSyntax { Name: var name } && name == read))
            read = (ExpressionSyntax)read.Parent;
        return read is MemberBindingExpressionSyntax ? null : read;
    }
}
