using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace PolicyAsCode.CodeFixes;

/// <summary>
/// "Fix all" for <see cref="PolicyFix"/>: all offers of one key in one pass over the solution, also where findings lie in
/// one file and what they change in another.
/// </summary>
internal sealed class MendAll : FixAllProvider
{
    internal static MendAll Provider { get; } = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() =>
        [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext context) =>
        Task.FromResult(context.CodeActionEquivalenceKey is { } key && context.CodeFixProvider is PolicyFix fix
            ? CodeAction.Create("Fix all", cancel => MendAsync(context, fix, key, cancel), key)
            : null);

    private static async Task<Solution> MendAsync(
        FixAllContext context, PolicyFix fix, string key, CancellationToken cancel)
    {
        var editor = new SolutionEditor(context.Solution);
        var mended = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in Documents(context))
            foreach (var diagnostic in await FoundInAsync(context, document).ConfigureAwait(false))
                foreach (var offer in await fix.OffersAsync(document, diagnostic, cancel).ConfigureAwait(false))
                    if (offer.Key == key && mended.Add(offer.Target))
                        await offer.MendAsync(editor, cancel).ConfigureAwait(false);
        return editor.GetChangedSolution();
    }

    private static IEnumerable<Document> Documents(FixAllContext context) => context.Scope switch
    {
        FixAllScope.Document => context.Document is { } document ? [document] : [],
        FixAllScope.Project => context.Project.Documents,
        _ => context.Solution.Projects.Where(project => project.Language == LanguageNames.CSharp)
            .SelectMany(project => project.Documents),
    };

    // In the order in which they stand, so that the same code is always mended the same way.
    private static async Task<IEnumerable<Diagnostic>> FoundInAsync(FixAllContext context, Document document)
    {
        var found = await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
        var tree = await document.GetSyntaxTreeAsync(context.CancellationToken).ConfigureAwait(false);
        return found.Where(one => one.Location.SourceTree == tree && context.DiagnosticIds.Contains(one.Id))
            .OrderBy(one => one.Location.SourceSpan.Start).ToImmutableArray();
    }
}
