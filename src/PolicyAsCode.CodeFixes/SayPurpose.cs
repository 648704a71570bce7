using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyAsCode.Analyzers;

namespace PolicyAsCode.CodeFixes;

/// <summary>
/// Mends PAC3002: says what a method runs for, <c>[Purpose(Purposes.Communication)]</c>. Where the policy allows several
/// purposes, a human chooses.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SayPurpose)), Shared]
public sealed class SayPurpose : PolicyFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["PAC3002"];

    private protected override string ChoiceTitle => "Say what it runs for";

    private protected override Task<IReadOnlyList<Offer>> OfferAsync(Found found, CancellationToken cancel)
    {
        var purposes = found.Words(Mend.Purposes);
        // A statement of a program has no member of its own: its purpose is for its author to say, for all of it.
        var member = found.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>(node =>
            node is BaseMethodDeclarationSyntax or PropertyDeclarationSyntax);
        if (member is null)
            return Task.FromResult<IReadOnlyList<Offer>>([]);

        var compilation = found.Model.Compilation;
        return Task.FromResult<IReadOnlyList<Offer>>([
            .. purposes.Select(purpose => new Offer(
                $"Say that it runs for {purpose}: [Purpose({TermCode.Shown("Purposes", purpose, compilation)})]",
                $"{nameof(SayPurpose)} {purpose}", $"{found.Document.Id}:{member.SpanStart} {purpose}",
                async (solution, cancel) => OurAttribute.Write(
                    await solution.GetDocumentEditorAsync(found.Document.Id, cancel).ConfigureAwait(false),
                    member, "Purpose", [TermCode.For("Purposes", purpose, compilation)]))),
        ]);
    }
}
