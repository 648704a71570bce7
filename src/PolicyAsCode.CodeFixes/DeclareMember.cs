using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyAsCode.Analyzers;

namespace PolicyAsCode.CodeFixes;

/// <summary>
/// Mends PAC2004 and PAC2005: declares what a member holds, <c>[DataCategory(Categories.Contact.Email)]</c>; or, for
/// PAC2004, that it holds nothing personal, with a reason that is still to be written: without one it declares nothing.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclareMember)), Shared]
public sealed class DeclareMember : PolicyFix
{
    private const string LooksPersonal = "PAC2004";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [LooksPersonal, "PAC2005"];

    private protected override async Task<IReadOnlyList<Offer>> OfferAsync(Found found, CancellationToken cancel)
    {
        var categories = found.Words(Mend.Categories);
        if (categories.Length == 0 || Member(found, cancel) is not { } member
            || await Declarations.OfAsync(member, found.Document.Project.Solution, cancel).ConfigureAwait(false)
                is not { } declaration)
            return [];

        var compilation = found.Model.Compilation;
        var target = member.GetDocumentationCommentId() ?? member.Name;
        var shown = string.Join(", ", categories.Select(key => TermCode.Shown("Categories", key, compilation)));
        var declare = new Offer(
            $"Declare '{member.Name}' as [DataCategory({shown})]", nameof(DeclareMember),
            $"{target}: {string.Join(" ", categories)}",
            async (solution, cancel) => OurAttribute.Write(
                await solution.GetDocumentEditorAsync(declaration.Document, cancel).ConfigureAwait(false),
                declaration.Node, "DataCategory",
                [.. categories.Select(key => TermCode.For("Categories", key, compilation))]));
        if (found.Diagnostic.Id != LooksPersonal)
            return [declare];
        return [
            declare,
            new($"Declare that '{member.Name}' is not personal data (say why)", "NotPersonalData", target,
                async (solution, cancel) => OurAttribute.Write(
                    await solution.GetDocumentEditorAsync(declaration.Document, cancel).ConfigureAwait(false),
                    declaration.Node, "NotPersonalData", [TermCode.Literal("")])),
        ];
    }

    private static ISymbol? Member(Found found, CancellationToken cancel)
    {
        if (found.Said(Mend.Member) is { } id)
            return DocumentationCommentId.GetFirstSymbolForDeclarationId(id, found.Model.Compilation);
        // A parameter of a record is declared where its property is.
        return found.Node.FirstAncestorOrSelf<SyntaxNode>(node =>
            node is VariableDeclaratorSyntax or ParameterSyntax or MemberDeclarationSyntax) is { } declaration
            ? found.Model.GetDeclaredSymbol(declaration, cancel)
            : null;
    }
}
