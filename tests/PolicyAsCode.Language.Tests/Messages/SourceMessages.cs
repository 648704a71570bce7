using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Tests;

namespace PolicyAsCode.Language.Tests.Messages;

/// <summary>What the sources of the language tell: the keys of their messages, and sentences without a key.</summary>
internal static class SourceMessages
{
    private static readonly Lazy<SyntaxNode[]> s_files =
        new(() => SourceSentences.Parse(Repository.PathOf("src/PolicyAsCode.Language")));

    /// <summary>Each <c>Message.Of(…)</c>.</summary>
    internal static IEnumerable<InvocationExpressionSyntax> Uses() => s_files.Value
        .SelectMany(file => file.DescendantNodes().OfType<InvocationExpressionSyntax>())
        .Where(call => call.Expression is MemberAccessExpressionSyntax
        {
            Name.Identifier.ValueText: "Of",
            Expression: IdentifierNameSyntax { Identifier.ValueText: "Message" },
        });

    /// <summary>Texts that no resource holds: what a person would read in English whatever the language.</summary>
    internal static IEnumerable<SyntaxNode> SentencesWithoutKey() => SourceSentences.In(s_files.Value);

    /// <summary>The key of a message; null where it is not written out.</summary>
    internal static string? KeyOf(InvocationExpressionSyntax use) =>
        use.ArgumentList.Arguments[0].Expression is LiteralExpressionSyntax { Token.Value: string key } ? key : null;

    /// <summary>Where something stands, for the message of a test.</summary>
    internal static string PlaceOf(SyntaxNode node) => SourceSentences.PlaceOf(node);
}
