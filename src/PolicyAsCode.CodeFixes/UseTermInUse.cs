using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyAsCode.Analyzers;

namespace PolicyAsCode.CodeFixes;

/// <summary>
/// Mends PAC1018 and PAC2001: writes the term that replaced the one that is out of use, or the nearest to the one that
/// nobody knows; as a constant where the code wrote one, as a key where it wrote a key.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseTermInUse)), Shared]
public sealed class UseTermInUse : PolicyFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["PAC1018", "PAC2001"];

    private protected override Task<IReadOnlyList<Offer>> OfferAsync(Found found, CancellationToken cancel)
    {
        if (found.Said(Mend.Term) is not { } term || found.Node is not ExpressionSyntax written)
            return Task.FromResult<IReadOnlyList<Offer>>([]);

        var mended = found.Model.GetSymbolInfo(written, cancel).Symbol is IFieldSymbol field
            ? TermCode.In(Outermost(field), term)
            : TermCode.Literal(term);
        return Task.FromResult<IReadOnlyList<Offer>>([
            new($"Use '{term}'", nameof(UseTermInUse), $"{found.Document.Id}:{written.Span}",
                async (solution, cancel) =>
                    (await solution.GetDocumentEditorAsync(found.Document.Id, cancel).ConfigureAwait(false))
                        .ReplaceNode(written, mended.WithTriviaFrom(written))),
        ]);
    }

    private static INamedTypeSymbol Outermost(IFieldSymbol field)
    {
        var type = field.ContainingType;
        while (type.ContainingType is { } outer)
            type = outer;
        return type;
    }
}
