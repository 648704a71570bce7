using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace PolicyAsCode.CodeFixes;

/// <summary>
/// A code fix of ours: it says what it offers for a finding (<see cref="OfferAsync"/>). To mend one finding and to mend
/// all of a document, project or solution is the same: each offer writes into one editor.
/// </summary>
public abstract class PolicyFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => MendAll.Provider;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var offers = await OffersAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false);
            // One of several is for a human to choose: nested, so that no command takes the first of them for all.
            if (offers.Count > 1 && ChoiceTitle is { } title)
                context.RegisterCodeFix(
                    CodeAction.Create(title, [.. offers.Select(offer => Action(context.Document, offer))], isInlinable: false),
                    diagnostic);
            else
                foreach (var offer in offers)
                    context.RegisterCodeFix(Action(context.Document, offer), diagnostic);
        }
    }

    /// <summary>The title above several offers of which one is to be chosen; null where they stand side by side.</summary>
    private protected virtual string? ChoiceTitle => null;

    /// <summary>What is offered for a finding, the best first.</summary>
    /// <param name="found">The finding, and the code at its place.</param>
    /// <param name="cancel">Cancels.</param>
    private protected abstract Task<IReadOnlyList<Offer>> OfferAsync(Found found, CancellationToken cancel);

    internal async Task<IReadOnlyList<Offer>> OffersAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancel)
    {
        var root = await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancel).ConfigureAwait(false);
        // A finding in a .cshtml file has no C# of its own to mend.
        if (root is null || model is null || diagnostic.Location.SourceTree != root.SyntaxTree
            || !root.FullSpan.Contains(diagnostic.Location.SourceSpan))
            return [];
        var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return await OfferAsync(new(document, model, node, diagnostic), cancel).ConfigureAwait(false);
    }

    private static CodeAction Action(Document document, Offer offer) => CodeAction.Create(
        offer.Title,
        async cancel =>
        {
            var editor = new SolutionEditor(document.Project.Solution);
            await offer.MendAsync(editor, cancel).ConfigureAwait(false);
            return editor.GetChangedSolution();
        },
        offer.Key);
}
