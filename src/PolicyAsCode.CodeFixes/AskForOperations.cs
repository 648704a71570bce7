using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyAsCode.CodeFixes;

/// <summary>Mends PAC4005: <c>[PrivacyOperations]</c> on a context that stores personal data.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AskForOperations)), Shared]
public sealed class AskForOperations : PolicyFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["PAC4005"];

    private protected override Task<IReadOnlyList<Offer>> OfferAsync(Found found, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Offer>>(found.Node.FirstAncestorOrSelf<ClassDeclarationSyntax>() is { } context
            ? [
                new(
                    "Have retention and erasure generated: [PrivacyOperations]", nameof(AskForOperations),
                    $"{found.Document.Id}:{context.SpanStart}",
                    async (solution, cancel) => OurAttribute.Write(
                        await solution.GetDocumentEditorAsync(found.Document.Id, cancel).ConfigureAwait(false),
                        context, "PrivacyOperations", [], "PolicyAsCode.EntityFrameworkCore")),
            ]
            : []);
}
