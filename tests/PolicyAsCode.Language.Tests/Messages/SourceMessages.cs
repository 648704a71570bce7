using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Language.Tests.Messages;

/// <summary>What the sources of the language tell: the keys of their messages, and sentences without a key.</summary>
internal static partial class SourceMessages
{
    private static readonly Lazy<SyntaxNode[]> s_files = new(() =>
        [.. Directory.EnumerateFiles(Repository.PathOf("src/PolicyAsCode.Language"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), path: path).GetRoot())]);

    /// <summary>Each <c>Message.Of(…)</c>.</summary>
    internal static IEnumerable<InvocationExpressionSyntax> Uses() => s_files.Value
        .SelectMany(file => file.DescendantNodes().OfType<InvocationExpressionSyntax>())
        .Where(call => call.Expression is MemberAccessExpressionSyntax
        {
            Name.Identifier.ValueText: "Of",
            Expression: IdentifierNameSyntax { Identifier.ValueText: "Message" },
        });

    /// <summary>
    /// Texts of three words and more that no resource holds: what a person would read in English whatever the language.
    /// An exception is for us, and what is compared with words of somebody else's is not told to anybody.
    /// </summary>
    internal static IEnumerable<SyntaxNode> SentencesWithoutKey() => s_files.Value
        .SelectMany(file => file.DescendantNodes())
        .Where(node => node is LiteralExpressionSyntax { Token.Value: string text } && Sentence().IsMatch(text)
            || node is InterpolatedStringExpressionSyntax whole
                && Sentence().IsMatch(string.Join('\0', whole.Contents.OfType<InterpolatedStringTextSyntax>())))
        .Where(node => !node.Ancestors().Any(IsForUs) && !IsFirstOfPair(node) && !IsWordList(node));

    private static bool IsForUs(SyntaxNode outer) =>
        outer is ThrowStatementSyntax or ThrowExpressionSyntax or AttributeSyntax
        || (outer is ObjectCreationExpressionSyntax { Type: var type }
            && type.ToString().EndsWith("Exception", StringComparison.Ordinal));

    // The detector's words are compared with names of members, and told to nobody.
    private static bool IsWordList(SyntaxNode node) =>
        Path.GetFileName(Path.GetDirectoryName(node.SyntaxTree.FilePath)) == "Detection";

    private static bool IsFirstOfPair(SyntaxNode node) =>
        node.Parent is ArgumentSyntax { Parent: TupleExpressionSyntax pair } argument && pair.Arguments[0] == argument;

    [GeneratedRegex("[A-Za-z']+ [a-z'-]+ [a-z'-]+")]
    private static partial Regex Sentence();

    /// <summary>The key of a message; null where it is not written out.</summary>
    internal static string? KeyOf(InvocationExpressionSyntax use) =>
        use.ArgumentList.Arguments[0].Expression is LiteralExpressionSyntax { Token.Value: string key } ? key : null;

    /// <summary>Where something stands, for the message of a test.</summary>
    internal static string PlaceOf(SyntaxNode node) =>
        $"{Path.GetFileName(node.SyntaxTree.FilePath)}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";
}
